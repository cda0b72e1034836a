-- contents.lua: what bytes are, whatever they are called: a program, an archive, and what is in it (4.6).
--
-- Everything here has a bound. What is beyond it counts as what nobody could look into.

local rspamd_util = require "rspamd_util"
local names = dofile("@ETC@/file_names.lua")
local zip = dofile("@ETC@/zip.lua")

local contents = { names = names }

-- Of one mail: bytes that are unpacked or copied, files in archives, bytes of their names, archives in archives.
local most = { bytes = 64 * 1024 * 1024, files = 10000, names = 4 * 1024 * 1024 }
local most_levels = 4
-- A file's first bytes: packed, as many tell what it is.
local head_bytes = 2048

function contents.new_look()
  return { bytes = most.bytes, files = most.files, names = most.names, level = 0 }
end

-- Where it stands on the disk it would run: MZ, and PE where MZ says.
local function is_program(head)
  if head:sub(1, 2) ~= "MZ" or #head < 64 then return false end
  local a, b, c, d = head:byte(61, 64)
  local at = a + 256 * (b + 256 * (c + 256 * d))
  return head:sub(at + 1, at + 4) == "PE\0\0"
end

local archive_heads = {
  "^PK\3\4", "^Rar!\26\7", "^7z\188\175", "^\31\139\8", "^MSCF", "^BZh[1-9]1AY&SY", "^\253" .. "7zXZ",
  "^LZIP", "^%(\181/\253", "^.......%*%*ACE%*%*", "^..%-l[hz][%w]%-",
}

local function is_archive(head)
  if head:sub(258, 262) == "ustar" then return true end
  for _, pattern in ipairs(archive_heads) do
    if head:find(pattern) then return true end
  end
  return false
end

contents.is_program, contents.is_archive = is_program, is_archive

-- Raw deflate as gzip, which rspamd unpacks to the end of what there is; nil where it is broken, or more than so much.
local function inflate(packed, limit)
  local unpacked = rspamd_util.gzip_decompress("\31\139\8\0\0\0\0\0\0\3" .. packed, limit)
  return unpacked and tostring(unpacked)
end

-- So many of what the mail may cost are used now; false where it has none left.
local function spend(look, what, count)
  look[what] = look[what] - count
  return look[what] >= 0
end

contents.spend = spend

-- The first bytes of a file in a zip archive, or all of it; nil where nobody can read it.
local function read_file(bytes, file, look, whole)
  local packed_size = whole and file.size or math.min(file.size, head_bytes)
  if not spend(look, "bytes", packed_size) then return nil end
  local packed = bytes:sub(file.data, file.data + packed_size - 1)
  if file.method == 0 or packed_size == 0 then return packed end
  if file.method ~= 8 then return nil end
  local unpacked = inflate(packed, whole and math.max(look.bytes, 1) or head_bytes * 1100)
  if unpacked == nil or not spend(look, "bytes", #unpacked) then return nil end
  return unpacked
end

local function look_at_file(found, bytes, file, look)
  local length = 0
  for _, name in ipairs(file.names) do length = length + #name end
  if not spend(look, "names", length) then
    found.unreadable = true
    return
  end
  local is = names.what(file.names)
  if is.executable then found.executable = true end
  if is.archive then found.unreadable = true end
  if file.encrypted then
    found.encrypted = true
    return
  end
  local head = read_file(bytes, file, look, false)
  if head == nil then
    found.unreadable = true
    return
  end
  if is_program(head) then found.executable = true end
  if not is.mail and not is_archive(head) then return end
  -- An archive in an archive stays one that nobody looks into, but for documents; a look is taken all the same.
  if not is.mail and not is.document then found.unreadable = true end
  local inner = read_file(bytes, file, look, true)
  if inner == nil then
    found.unreadable = true
    return
  end
  contents.look_at(found, inner, look, is.mail)
end

local function look_at_files(found, bytes, files, look)
  for _, file in ipairs(files) do
    if not spend(look, "files", 1) then
      found.unreadable = true
      return
    end
    look_at_file(found, bytes, file, look)
  end
end

-- RFC 1952: flags, a field of its own length, the name it had, a comment, a checksum, and the file.
local function look_at_gzip(found, bytes, look)
  local flags = bytes:byte(4) or 0
  local function has(flag) return math.floor(flags / flag) % 2 == 1 end
  local at = 11
  if has(4) then
    local low, high = bytes:byte(at, at + 1)
    at = at + 2 + (low or 0) + 256 * (high or 0)
  end
  if has(8) then
    local name_end = bytes:find("\0", at, true) or #bytes
    local is = names.what { bytes:sub(at, name_end - 1) }
    if is.executable then found.executable = true end
    if is.archive then found.unreadable = true end
    at = name_end + 1
  end
  if has(16) then at = (bytes:find("\0", at, true) or #bytes) + 1 end
  if has(2) then at = at + 2 end
  local head = inflate(bytes:sub(at, at + head_bytes - 1), head_bytes * 1100)
  if head == nil or not spend(look, "bytes", #head) then
    found.unreadable = true
    return
  end
  if is_program(head) then found.executable = true end
  if is_archive(head) then found.unreadable = true end
end

-- Looks into what is a zip archive, wherever it begins, a gzip file, or said to be a mail; true where an archive could
-- be read.
function contents.look_at(found, bytes, look, is_mail)
  if look.level >= most_levels then
    found.unreadable = true
    return false
  end
  look.level = look.level + 1
  local files, claims = zip.read(bytes)
  local is_gzip = bytes:sub(1, 3) == "\31\139\8"
  if files then
    look_at_files(found, bytes, files, look)
  elseif claims or bytes:sub(1, 4) == "PK\3\4" then
    found.unreadable = true
  end
  if is_gzip then look_at_gzip(found, bytes, look) end
  if is_mail then contents.look_at_mail(found, bytes, look) end
  look.level = look.level - 1
  return files ~= nil or is_gzip
end

return contents
