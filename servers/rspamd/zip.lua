-- zip.lua: what a zip archive says of its files, in each place where it says so (APPNOTE.TXT 4.3 and 4.6).
--
-- rspamd gives the names of the central directory. A program may as well go by the name at the file itself, or by one
-- in an extra field (0x7075, the name in Unicode; honest Vietnamese names use it). Here are all of them. One pass, no
-- jump backwards: the time is that of the length. What is not as the format says is not guessed at.

local zip = {}

-- More files than this nobody sends; each costs a look.
local most_files = 10000

local function number(bytes, at, width)
  local value = 0
  for i = width - 1, 0, -1 do value = value * 256 + (bytes:byte(at + i) or 0) end
  return value
end

-- The end record that ends with the file: where it is; nil without one, false where two claim to be it.
local function find_end(bytes)
  local found
  local at = math.max(1, #bytes - 65556)
  while true do
    at = bytes:find("PK\5\6", at, true)
    if at == nil then return found end
    if at + 21 + number(bytes, at + 20, 2) == #bytes then
      if found ~= nil then return false end
      found = at
    end
    at = at + 4
  end
end

-- Where the list of files ends: before the end record, or before the two of zip64.
local function find_list_end(bytes, record)
  local has_both = record > 76
    and bytes:sub(record - 20, record - 17) == "PK\6\7"
    and bytes:sub(record - 76, record - 73) == "PK\6\6"
  return has_both and record - 76 or record
end

-- Every field may be a name in some program's eyes: what counts is how it ends.
local function add_extra_names(names, bytes, at, length)
  local last = at + length
  while at + 4 <= last do
    local size = number(bytes, at + 2, 2)
    if at + 4 + size > last then return end
    if size >= 4 then
      if number(bytes, at, 2) == 0x7075 then
        -- Before it a version and a checksum.
        names[#names + 1] = bytes:sub(at + 9, at + 3 + size)
      else
        -- In UTF-16 every other byte of a plain letter is NUL.
        local field = bytes:sub(at + 4 + math.max(0, size - 64), at + 3 + size)
        names[#names + 1] = field
        names[#names + 1] = (field:gsub("%z", ""))
      end
    end
    at = at + 4 + size
  end
end

-- One file by its record in the list, and the record before its data; nil where they cannot be.
local function read_file(bytes, at, base)
  local flags, method = number(bytes, at + 8, 2), number(bytes, at + 10, 2)
  local name_size, extra_size = number(bytes, at + 28, 2), number(bytes, at + 30, 2)
  local start = base + number(bytes, at + 42, 4)
  if bytes:sub(start, start + 3) ~= "PK\3\4" then return nil end
  local local_name_size, local_extra_size = number(bytes, start + 26, 2), number(bytes, start + 28, 2)
  if number(bytes, start + 8, 2) ~= method then return nil end
  local names = { bytes:sub(at + 46, at + 45 + name_size), bytes:sub(start + 30, start + 29 + local_name_size) }
  add_extra_names(names, bytes, at + 46 + name_size, extra_size)
  add_extra_names(names, bytes, start + 30 + local_name_size, local_extra_size)
  return {
    names = names,
    -- Bit 0; bit 13: the names at the files are hidden; 99: AES of WinZip.
    encrypted = flags % 2 == 1 or math.floor(flags / 8192) % 2 == 1 or method == 99,
    method = method,
    size = number(bytes, at + 20, 4),
    data = start + 30 + local_name_size + local_extra_size,
  }
end

-- The files of a zip archive, or nil and whether it claims to be one.
function zip.read(bytes)
  local record = find_end(bytes)
  if not record then return nil, record == false end
  local count = number(bytes, record + 10, 2)
  local list_size, list_at = number(bytes, record + 12, 4), number(bytes, record + 16, 4)
  local list_end = find_list_end(bytes, record)
  -- Other bytes may stand before an archive; 4 GiB and 65,535 files are for zip64.
  local base = list_end - list_size - list_at
  if base < 1 or count > most_files or number(bytes, record + 4, 4) ~= 0 then return nil, true end
  local files, at = {}, list_end - list_size
  while at < list_end do
    if bytes:sub(at, at + 3) ~= "PK\1\2" or #files == count then return nil, true end
    local next_at = at + 46 + number(bytes, at + 28, 2) + number(bytes, at + 30, 2) + number(bytes, at + 32, 2)
    local file = next_at <= list_end and read_file(bytes, at, base)
    if not file or file.data + file.size > list_end then return nil, true end
    files[#files + 1] = file
    at = next_at
  end
  if #files ~= count then return nil, true end
  return files
end

return zip
