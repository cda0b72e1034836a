-- strangers.lua: what is wrong with the names in a mail from outside; nil where nothing is, "later" where the DNS was
-- needed to tell and did not answer.

local settings = rspamd_config:get_all_opt("danhba")
local mailbox = dofile(settings.folder .. "/mailbox.lua")
local ours = settings.domain:lower()

local function values_of(task, name)
  return task:get_header_full(name) or {}
end

-- Whether DKIM or SPF stands for this very domain, or one between it and ours: "pass", "unknown" or "fail".
local function proven(task, domain)
  local answer = "fail"
  local function hear(other, verdict)
    other = (other or ""):lower()
    if not mailbox.is_within(other, ours) or not mailbox.is_within(domain, other) then return end
    if verdict == "pass" or answer == "fail" then answer = verdict end
  end
  for _, signature in ipairs(task:get_dkim_results()) do
    if signature.result == "allow" then hear(signature.domain, "pass") end
    if signature.result == "tempfail" then hear(signature.domain, "unknown") end
  end
  local sender = (task:get_from("smtp") or {})[1]
  if task:has_symbol("R_SPF_ALLOW") then hear(sender and sender.domain, "pass") end
  if task:has_symbol("R_SPF_DNSFAIL") then hear(sender and sender.domain, "unknown") end
  return answer
end

-- Whose name one header from outside carries: "ours" with the domain, "name" in the shown part, or nothing of ours.
local function look_at(header)
  local decoded = header.decoded or header.value
  local found = mailbox.parse(header.value)
  if not found then
    local ours_somewhere = mailbox.mentions(header.value, ours) or mailbox.mentions(decoded, ours)
    return ours_somewhere and "forged" or "unreadable"
  end
  if mailbox.is_within(mailbox.domain_of(found.address), ours) then return "ours", mailbox.domain_of(found.address) end
  if mailbox.looks_like(found.address, ours) then return "forged" end
  for _, shown in ipairs(mailbox.addresses_in(decoded)) do
    if mailbox.looks_like(shown, ours) then return "name" end
  end
end

return function(task)
  local seen = {}
  for _, name in ipairs { "From", "Sender" } do
    for _, header in ipairs(values_of(task, name)) do
      local what, domain = look_at(header)
      if what == "ours" then
        local answer = #values_of(task, name) == 1 and proven(task, domain) or "fail"
        if answer == "unknown" then return "later" end
        what = answer == "fail" and "forged" or nil
      end
      if what then seen[what] = true end
    end
    if #values_of(task, name) > 1 then seen.unreadable = true end
  end
  seen["dmarc-reject"] = task:has_symbol("DMARC_POLICY_REJECT")
  seen["dmarc-quarantine"] = task:has_symbol("DMARC_POLICY_QUARANTINE")
  for _, verdict in ipairs { "forged", "dmarc-reject", "dmarc-quarantine", "name", "unreadable" } do
    if seen[verdict] then return verdict end
  end
end
