-- archives.lua: says of a mail, in the header X-Danhba-Archive, what its attachments are (4.6):
--
--   executable   a file that can run, attached or in an archive
--   encrypted    an archive with a password: nobody could look at what is in the files
--   unreadable   an archive in an archive, a part of one, a broken one, or of a kind nobody here can read
--
-- What becomes of such mail Postfix decides (postfix/archive_checks).

local logger = require "rspamd_logger"
local rspamd_task = require "rspamd_task"
local contents = dofile("@ETC@/contents.lua")
local mime_names = dofile("@ETC@/mime_names.lua")
local names = contents.names

-- Media types of archives, for attachments without a name.
local archive_types = { "^x?%-?zip", "rar", "7z", "gzip", "x%-tar", "bzip", "x%-xz", "iso9660", "cab%-comp", "x%-lz" }

local function is_archive_type(kind, subtype)
  if kind ~= "application" then return false end
  for _, pattern in ipairs(archive_types) do
    if subtype:match(pattern) then return true end
  end
  return false
end

-- By rspamd's own parsers: RAR, 7-Zip, and zip and gzip once more.
local function look_into(found, archive, look)
  if archive:is_encrypted() then found.encrypted = true end
  if archive:is_unreadable() then found.unreadable = true end
  -- All of them: with 0 it gives none.
  for _, file in ipairs(archive:get_files_full(1000000)) do
    if not contents.spend(look, "files", 1) then
      found.unreadable = true
      return
    end
    if file.encrypted then found.encrypted = true end
    local is = names.what { file.name }
    if is.executable then found.executable = true end
    if is.archive then found.unreadable = true end
  end
end

-- rspamd has put the parts of a mail in a mail beside the others, but where it is encoded, which the rules forbid, or
-- attached as any other file.
local function is_closed_mail(part, kind, is)
  if kind ~= "message" then return is.mail end
  local encoding = part:get_cte()
  return encoding == "base64" or encoding == "quoted-printable" or encoding == "X-uuencode"
end

local function look_at(found, part, look)
  local is = names.what(mime_names.of(part))
  local kind, subtype = part:get_type()
  kind, subtype = tostring(kind or ""):lower(), tostring(subtype or ""):lower()
  if is.executable or part:get_detected_ext() == "exe" then found.executable = true end
  -- Half a mail, whose attachment the mail program puts together later.
  if kind == "message" and subtype == "partial" then found.unreadable = true end
  if part:is_multipart() then return end
  local content = part:get_content()
  local bytes = content and tostring(content) or ""
  if contents.is_program(bytes) then found.executable = true end
  local was_read = contents.look_at(found, bytes, look, is_closed_mail(part, kind, is))
  if part:is_archive() then
    look_into(found, part:get_archive(), look)
  elseif not was_read and (is.archive or is_archive_type(kind, subtype)
    or names.is_archive_ending(part:get_detected_ext() or "") or contents.is_archive(bytes:sub(1, 512))) then
    found.unreadable = true
  end
end

-- A mail that is attached as a file is one for whoever opens it.
function contents.look_at_mail(found, bytes, look)
  if not contents.spend(look, "bytes", #bytes) then
    found.unreadable = true
    return
  end
  local _, mail = rspamd_task.load_from_string(bytes, rspamd_config)
  -- Also where a text in it makes rspamd skip the rest (GTUBE).
  mail:process_message(true)
  for _, part in ipairs(mail:get_parts() or {}) do look_at(found, part, look) end
  mail:destroy()
end

local function judge(task)
  local found, look = {}, contents.new_look()
  for _, part in ipairs(task:get_parts() or {}) do look_at(found, part, look) end
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
