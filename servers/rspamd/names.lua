-- names.lua: in whose name a mail is written (From:, Sender:), who may do that, and what DKIM says of it.
--
-- It writes what is wrong into X-Danhba-From; what then becomes of the mail Postfix decides (postfix/names_checks):
--
--   not-own            a user wrote in another's name
--   forged             from outside, in the name of our domain, and nothing proves it
--   dmarc-reject       from outside; the domain it names says that others' mail in its name be refused,
--   dmarc-quarantine   or put aside
--   name               from outside; the name that mail programs show holds an address of ours
--   unreadable         from outside; From: holds several, or no mailbox, and programs show it in different ways
--
-- Mail of our users that is right gets our DKIM signature; mail from outside gets Authentication-Results.

local logger = require "rspamd_logger"
local lua_mime = require "lua_mime"
local lua_util = require "lua_util"
local auth_results = require "lua_auth_results"

local settings = rspamd_config:get_all_opt("danhba")
local mailbox = dofile(settings.folder .. "/mailbox.lua")
local ours = settings.domain:lower()

local judge_user = dofile(settings.folder .. "/users.lua")
local judge_outside = dofile(settings.folder .. "/strangers.lua")

local function values_of(task, name)
  return task:get_header_full(name) or {}
end

local function sign(task)
  local from = mailbox.parse((values_of(task, "From")[1] or { value = "" }).value)
  if not from or mailbox.domain_of(from.address) ~= ours then return end
  local key = { domain = ours, selector = settings.selector, key = settings.key }
  if not rspamd_plugins.dkim.sign(task, key) then error("no signature with " .. settings.key) end
end

local function change(task, verdict, results)
  local add, remove = {}, { ["X-Danhba-Sender"] = 0 }
  if verdict then add["X-Danhba-From"] = { order = -1, value = verdict } end
  if results then
    local folded = lua_util.fold_header(task, "Authentication-Results", results, ";")
    add["Authentication-Results"] = { order = 1, value = folded }
  end
  if verdict and results and settings.warning ~= "" then
    local subject = values_of(task, "Subject")[1]
    add.Subject = { order = -1, value = settings.warning .. " " .. (subject and subject.value or "") }
    remove.Subject = 0
  end
  lua_mime.modify_headers(task, { add = add, remove = remove })
end

local function judge(task)
  local login = task:get_user()
  if login then
    local verdict = judge_user(task, login:lower())
    if not verdict then sign(task) end
    change(task, verdict)
    return verdict
  end
  -- What programs of this machine send: notices of the system, vacation replies.
  if tostring(task:get_request_header("MTA-Name")) == "local" then
    sign(task)
    return change(task)
  end
  local verdict = judge_outside(task)
  if verdict ~= "later" then change(task, verdict, auth_results.gen_auth_results(task)) end
  return verdict
end

rspamd_config:register_symbol {
  name = "DANHBA_NAMES",
  type = "callback",
  flags = "ignore_passthrough",
  callback = function(task)
    local done, verdict = pcall(judge, task)
    if not done then logger.errx(task, "names.lua: %s", verdict) end
    if not done or verdict == "later" then
      task:set_pre_result("soft reject", "Chua kiem tra duoc nguoi gui / The sender could not be checked yet")
    elseif verdict then
      logger.infox(task, "X-Danhba-From: %s", verdict)
    end
  end,
}
rspamd_config:register_dependency("DANHBA_NAMES", "DANHBA_DMARC")
