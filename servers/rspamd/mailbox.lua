-- mailbox.lua: what a header says of who wrote: the one mailbox in it, and every address that a reader may see there.

local lpeg = require "lpeg"
local util = require "rspamd_util"

local exports = {}

local P, R, S, V, C, Ct, Cg = lpeg.P, lpeg.R, lpeg.S, lpeg.V, lpeg.C, lpeg.Ct, lpeg.Cg
local space = S " \t" ^ 0
local letter = R("az", "AZ", "09", "\128\255")
local atom = letter + S "!#$%&'*+-/=?^_`{|}~."
local quoted = P '"' * (P "\\" * 1 + 1 - S '"\\') ^ 0 * '"'
local comment = P { "(" * (P "\\" * 1 + V(1) + 1 - S "()\\") ^ 0 * ")" }
local address = C(atom ^ 1 * "@" * (letter + S "-.") ^ 1)
local name = C((atom + quoted + comment + S " \t") ^ 0)
local mailbox = Ct(
  Cg(name, "name") * "<" * Cg(address, "address") * ">" * space
    + space * Cg(address, "address") * space * Cg(C(comment ^ -1), "name") * space
) * -1

-- The mailbox of a header, { name, address }, where it holds exactly one, written plainly; nil for everything else: two,
-- a group, a quoted local part, a comment in the address, a domain in brackets, signs that belong nowhere.
function exports.parse(value)
  return mailbox:match(value)
end

-- Other forms of @ and of the dot, as IDNA and mail programs take them for.
local signs = { ["＠"] = "@", ["﹫"] = "@", ["．"] = ".", ["。"] = ".", ["｡"] = "." }

local function plain(text)
  for sign, ascii in pairs(signs) do text = text:gsub(sign, ascii) end
  return text
end

-- Everything with an @ in a text, as far as a reader would take it for one word.
function exports.addresses_in(text)
  local found = {}
  for word in plain(text):gmatch('[^%s%c<>()%[%]",;:\194\160]*@[^%s%c<>()%[%]",;:\194\160]*') do
    found[#found + 1] = word
  end
  return found
end

function exports.domain_of(address)
  return (plain(address):lower():match("@([^@]*)$") or ""):gsub("%.+$", "")
end

-- True for the domain itself and what is below it.
function exports.is_within(domain, ours)
  return domain == ours or domain:sub(-#ours - 1) == "." .. ours
end

-- True for what looks like it, too: 1aichau for laichau, a Cyrillic a (Unicode's table of confusables).
function exports.looks_like(address, ours)
  local domain = exports.domain_of(address)
  if exports.is_within(domain, ours) then return true end
  local _, dots = ours:gsub("%.", "")
  local labels = ("[^.]+%."):rep(dots) .. "[^.]+$"
  -- As written and in lower case: I looks like l, i does not.
  local written = plain(address):match("@([^@]*)$") or ""
  for _, each in ipairs { domain, (written:gsub("%.+$", "")) } do
    local tail = each:match(labels)
    if tail and util.is_utf_spoofed(tail, ours) then return true end
  end
  return false
end

-- True where the domain stands anywhere in a text that is no mailbox: whatever a mail program may make of it.
function exports.mentions(text, ours)
  local joined = plain(text):lower():gsub('[%s%c"\\]', "")
  for _, each in ipairs { joined, (joined:gsub("%b()", "")) } do
    local from = 1
    while true do
      local first, last = each:find(ours, from, true)
      if not first then break end
      local before, after = each:sub(first - 1, first - 1), each:sub(last + 1, last + 2)
      if not before:match("[%w-]") and not after:match("^[%w-]") and not after:match("^%.%w") then return true end
      from = last + 1
    end
  end
  return false
end

return exports
