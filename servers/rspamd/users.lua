-- users.lua: what is wrong with the names in a mail of one of our users, who has logged in; nil where it is right.

local settings = rspamd_config:get_all_opt("danhba")
local mailbox = dofile(settings.folder .. "/mailbox.lua")

-- Lines `LOGIN ADDRESS`, or `LOGIN @DOMAIN` for every address of a domain; # begins a comment.
local exceptions = {}
for line in assert(io.open(settings.folder .. "/names")):lines() do
  local login, name = line:gsub("#.*", ""):lower():match("^%s*(%S+)%s+(%S+)%s*$")
  if login then exceptions[login .. " " .. name] = true end
end

local function values_of(task, name)
  return task:get_header_full(name) or {}
end

-- What a mail program could read otherwise than we do: raw bytes, control and direction signs, other alphabets' codes.
local charsets = { ["utf-8"] = true, ["us-ascii"] = true, ["iso-8859-1"] = true, ["windows-1252"] = true,
  ["windows-1258"] = true }

local function is_doubtful(header)
  for charset in header.value:lower():gmatch("=%?([^?*=%s]+)[^?%s]*%?[bq]%?") do
    if not charsets[charset] then return true end
  end
  local decoded = header.decoded or ""
  return header.value:find("[\128-\255%z\1-\8\11\12\14-\31\127]") ~= nil
    or decoded:find("[%z\1-\8\11\12\14-\31\127]") ~= nil
    or decoded:find("=?", 1, true) ~= nil
    or decoded:find("\226\128[\139-\143\170-\174]") ~= nil -- U+200B to U+200F, U+202A to U+202E
    or decoded:find("\226\129[\160-\175]") ~= nil -- U+2060 to U+206F
end

-- A user's: the first address of the account that has logged in, alone, in each header that names an author.
return function(task, login)
  -- The first one is Postfix's (main.cf, danhba_submission_data), whatever the user has written below.
  local said = (values_of(task, "X-Danhba-Sender")[1] or {}).value
  if not said then error("Postfix does not say who " .. login .. " is") end
  -- Usually one; `mail` of an entry that was there before danhba may have two. None: the entry is gone, its session not.
  local own = {}
  for address in said:lower():gmatch("[^%s,]+@[^%s,]+") do own[address] = true end
  local function is_allowed(address)
    address = address:lower()
    return own[address] == true
      or exceptions[login .. " " .. address] == true
      or exceptions[login .. " @" .. mailbox.domain_of(address)] == true
  end
  local function is_right(header)
    local found = mailbox.parse(header.value)
    if not found or is_doubtful(header) or not is_allowed(found.address) then return false end
    for _, shown in ipairs(mailbox.addresses_in(header.decoded)) do
      if not is_allowed(shown) then return false end
    end
    return true
  end
  if #values_of(task, "From") ~= 1 or #values_of(task, "Sender") > 1 then return "not-own" end
  for _, name in ipairs { "From", "Sender", "Resent-From", "Resent-Sender" } do
    for _, header in ipairs(values_of(task, name)) do
      if not is_right(header) then return "not-own" end
    end
  end
end
