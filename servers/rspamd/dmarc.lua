-- dmarc.lua: whether the domain in From: stands behind a mail (DMARC, RFC 9989), by what rspamd found of SPF and DKIM.
--
-- Written anew because rspamd 3.4 asks the public suffix list which domains belong together, and takes 12 seconds and
-- 200 MB to read it. RFC 9989 asks the DNS instead: the tree walk. The result stands in the symbols of rspamd's own
-- plugin, from which it writes Authentication-Results.

local settings = rspamd_config:get_all_opt("danhba")
local mailbox = dofile(settings.folder .. "/mailbox.lua")

local none = { ["requested record is not found"] = true, ["no records with this name"] = true }
local softer = { reject = "quarantine", quarantine = "none", none = "none" }

-- The tags of a record, its policies in lower case; nil for what is no record.
local function parse_record(text)
  if not text:match("^%s*v%s*=%s*DMARC1%s*;") and not text:match("^%s*v%s*=%s*DMARC1%s*$") then return nil end
  local tags = {}
  for tag, value in text:gmatch("([%w]+)%s*=%s*([^;%s]*)") do tags[tag:lower()] = value:lower() end
  for _, tag in ipairs { "p", "sp" } do
    if tags[tag] and not softer[tags[tag]] then tags[tag] = "none" end
  end
  tags.p = tags.p or "none"
  return tags
end

-- From the domain up to the top, at most eight names (4.10).
local function names_above(domain)
  local labels = {}
  for label in domain:gmatch("[^.]+") do labels[#labels + 1] = label end
  local names = { domain }
  local first = math.max(2, #labels - 6)
  for i = first, #labels do names[#names + 1] = table.concat(labels, ".", i) end
  return names
end

-- Gives `done` the records by name, the name of the organization, and true where the DNS could not be asked.
local function walk(task, domain, done)
  local names, records, failed = names_above(domain), {}, false
  local waiting = #names
  local function finish()
    local organization
    for i, name in ipairs(names) do
      local record = records[name]
      if record then
        if record.psd == "y" and i > 1 then
          organization = names[i - 1]
          break
        end
        organization = name
        if record.psd == "n" then break end
      end
    end
    done(records, organization or domain, failed)
  end
  for _, name in ipairs(names) do
    task:get_resolver():resolve_txt {
      task = task,
      name = "_dmarc." .. name,
      forced = true,
      callback = function(_, _, results, err)
        if err and not none[err] then failed = true end
        local found = {}
        for _, text in ipairs(results or {}) do found[#found + 1] = parse_record(text) end
        if #found == 1 then records[name] = found[1] end
        waiting = waiting - 1
        if waiting == 0 then finish() end
      end,
    }
  end
end

-- The domains that SPF and DKIM vouch for, and those of which the DNS could not say.
local function vouched(task)
  local pass, unknown = {}, {}
  local envelope = task:get_from("smtp")
  local sender = envelope and envelope[1] and envelope[1].domain or ""
  if sender == "" then sender = task:get_helo() or "" end
  if task:has_symbol("R_SPF_ALLOW") then pass[#pass + 1] = { "spf", sender:lower() } end
  if task:has_symbol("R_SPF_DNSFAIL") then unknown[#unknown + 1] = { "spf", sender:lower() } end
  for _, signature in ipairs(task:get_dkim_results()) do
    local list = signature.result == "allow" and pass or signature.result == "tempfail" and unknown
    if list and signature.domain then list[#list + 1] = { "dkim", signature.domain:lower() } end
  end
  return pass, unknown
end

local function policy_of(records, organization, domain)
  local record = records[domain]
  if record then return record.p, record end
  record = records[organization]
  if not record then
    for _, each in pairs(records) do record = each.psd == "y" and each or record end
  end
  if record then return record.sp or record.p, record end
end

local function judge(task, domain)
  walk(task, domain, function(records, organization, failed)
    local policy, record = policy_of(records, organization, domain)
    if not policy then
      task:insert_result(failed and "DMARC_DNSFAIL" or "DMARC_NA", 1.0, domain .. " : no record")
      return
    end
    if record.t == "y" or (tonumber(record.pct) or 100) < 100 then policy = softer[policy] end
    local pass, unknown = vouched(task)
    local waiting, aligned, doubtful = 1, false, failed
    local function finish()
      waiting = waiting - 1
      if waiting > 0 then return end
      if aligned then
        task:insert_result("DMARC_POLICY_ALLOW", 1.0, domain, policy)
      elseif doubtful then
        task:insert_result("DMARC_DNSFAIL", 1.0, domain .. " : SPF or DKIM could not be asked")
      else
        local symbol = policy == "none" and "SOFTFAIL" or policy:upper()
        task:insert_result("DMARC_POLICY_" .. symbol, 1.0, domain .. " : neither SPF nor DKIM aligned", policy)
      end
    end
    local function check(list, found)
      for _, each in ipairs(list) do
        local how, other = each[1], each[2]
        if other == domain then
          found()
        elseif record[how == "spf" and "aspf" or "adkim"] ~= "s" and mailbox.is_within(other, organization) then
          waiting = waiting + 1
          walk(task, other, function(_, theirs, lost)
            if lost then doubtful = true elseif theirs == organization then found() end
            finish()
          end)
        end
      end
    end
    check(pass, function() aligned = true end)
    check(unknown, function() doubtful = true end)
    finish()
  end)
end

local id = rspamd_config:register_symbol {
  name = "DANHBA_DMARC",
  type = "callback",
  callback = function(task)
    if task:get_user() or tostring(task:get_request_header("MTA-Name")) == "local" then return end
    local headers = task:get_header_full("From") or {}
    local from = #headers == 1 and mailbox.parse(headers[1].value)
    if from then judge(task, mailbox.domain_of(from.address)) else task:insert_result("DMARC_NA", 1.0, "no From") end
  end,
}
-- Known to rspamd, but counting for nothing: it warns of each mail otherwise.
for _, name in ipairs { "ALLOW", "FAIL", "SOFTFAIL", "NEUTRAL", "DNSFAIL", "NA", "PERMFAIL" } do
  rspamd_config:set_metric_symbol { name = "R_SPF_" .. name, score = 0 }
end
for _, name in ipairs { "POLICY_ALLOW", "POLICY_REJECT", "POLICY_QUARANTINE", "POLICY_SOFTFAIL", "DNSFAIL", "NA" } do
  rspamd_config:register_symbol { name = "DMARC_" .. name, type = "virtual", parent = id }
  rspamd_config:set_metric_symbol { name = "DMARC_" .. name, score = 0 }
end
rspamd_config:register_dependency("DANHBA_DMARC", "DKIM_CHECK")
rspamd_config:register_dependency("DANHBA_DMARC", "SPF_CHECK")
