-- archives.lua: says of a mail, in the header X-Danhba-Archive, what its attachments are (4.6):
--
--   executable   a file that can run, attached or in an archive
--   encrypted    an archive with a password: nobody could look at what is in the files
--   unreadable   an archive in an archive, a part of one, a broken one, or of a kind rspamd cannot read
--
-- What becomes of such mail Postfix decides (postfix/archive_checks).

local logger = require "rspamd_logger"

-- Those of postfix/mime_header_checks.
local executables = { exe = true, com = true, dll = true, net = true }

local archives = {}
for word in ([[zip rar 7z gz tgz tar bz2 tbz tbz2 xz txz lz lzma lzh zst z cab arj ace iso img vhd vhdx egg alz
  zipx wim]]):gmatch("%S+") do
  archives[word] = true
end
-- Media types of the same, for attachments without a name.
local archive_types = { "^x?%-?zip", "rar", "7z", "gzip", "x%-tar", "bzip", "x%-xz", "iso9660", "cab%-comp", "x%-lz" }

-- The last ending in lower case. Windows drops dots and spaces at the end of a name; rspamd writes ? for what is no
-- letter, and a no-break space is C2 A0.
local function ending_of(name)
  return name:lower():gsub("[%s%c%.%?\194\160]+$", ""):match("%.([^%./\\]+)$")
end

local function is_executable_name(name)
  return executables[ending_of(name) or ""] == true
end

local function is_archive_name(name)
  if archives[ending_of(name) or ""] then return true end
  -- Pieces: a.zip.001, a.7z.002, a.z01, a.r00.
  local lower = name:lower()
  return lower:match("%.%w+%.%d%d%d$") ~= nil and archives[lower:match("%.(%w+)%.%d%d%d$")] == true
    or lower:match("%.[zr]%d%d$") ~= nil
end

local function is_archive_type(kind, subtype)
  if kind ~= "application" then return false end
  for _, pattern in ipairs(archive_types) do
    if subtype:match(pattern) then return true end
  end
  return false
end

local first_bytes = { "PK\3\4", "Rar!\26\7", "7z\188\175", "\31\139\8", "MSCF" }

-- rspamd parses what begins like this, whatever its name. Where that failed it is an archive none the less.
local function is_archive_content(part)
  if archives[part:get_detected_ext() or ""] then return true end
  local content = part:get_content()
  local head = content and #content >= 8 and tostring(content:span(1, 8)) or ""
  for _, bytes in ipairs(first_bytes) do
    if head:sub(1, #bytes) == bytes then return true end
  end
  return false
end

local function look_into(archive)
  local found = {}
  if archive:is_encrypted() then found.encrypted = true end
  if archive:is_unreadable() then found.unreadable = true end
  -- All of them: with 0 it gives none.
  for _, file in ipairs(archive:get_files_full(1000000)) do
    if file.encrypted then found.encrypted = true end
    if file.name and is_executable_name(file.name) then found.executable = true end
    if file.name and is_archive_name(file.name) then found.unreadable = true end
  end
  return found
end

local function look_at(part)
  local found = {}
  local name = part:get_filename()
  local kind, subtype = part:get_type()
  kind, subtype = tostring(kind or ""):lower(), tostring(subtype or ""):lower()
  if name and is_executable_name(name) or part:get_detected_ext() == "exe" then found.executable = true end
  -- Half a mail, whose attachment the mail program puts together later.
  if kind == "message" and subtype == "partial" then found.unreadable = true end
  if part:is_archive() then
    for verdict in pairs(look_into(part:get_archive())) do found[verdict] = true end
  elseif name and is_archive_name(name) or is_archive_type(kind, subtype) or is_archive_content(part) then
    found.unreadable = true
  end
  return found
end

local function judge(task)
  local found = {}
  for _, part in ipairs(task:get_parts() or {}) do
    for verdict in pairs(look_at(part)) do found[verdict] = true end
  end
  return found.executable and "executable" or found.encrypted and "encrypted" or found.unreadable and "unreadable"
end

rspamd_config:register_symbol {
  name = "DANHBA_ARCHIVE",
  type = "prefilter",
  callback = function(task)
    local done, verdict = pcall(judge, task)
    if not done then
      logger.errx(task, "archives.lua: %s", verdict)
      -- Else the mail would pass unseen.
      task:set_pre_result("soft reject", "Khong xem duoc tep dinh kem / Attachments could not be looked at")
    elseif verdict then
      logger.infox(task, "X-Danhba-Archive: %s", verdict)
      task:set_milter_reply { add_headers = { ["X-Danhba-Archive"] = verdict } }
    end
  end,
}
