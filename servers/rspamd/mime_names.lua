-- mime_names.lua: every name a mail gives to an attachment, as mail programs may read it.
--
-- rspamd gives one name and ends it at a NUL. A part may have several (name and filename, RFC 2045 and 2183), in pieces
-- and in percent signs (RFC 2231), and in encoded words where the rules allow none (RFC 2047); which one counts is the
-- mail program's matter.

local rspamd_util = require "rspamd_util"

local mime_names = {}

-- Longer ones Postfix has cut (header_size_limit).
local longest_header = 110000

local function decode_word(_, kind, text)
  if kind:lower() == "b" then
    local decoded = rspamd_util.decode_base64(text)
    return decoded and tostring(decoded) or ""
  end
  return (text:gsub("_", " "):gsub("=(%x%x)", function(hex) return string.char(tonumber(hex, 16)) end))
end

local function decode_words(text)
  return (text:gsub("%?=%s+=%?", "?==?"):gsub("=%?([^?]*)%?([bBqQ])%?([^?]*)%?=", decode_word))
end

local function decode_percents(text)
  return (text:gsub("%%(%x%x)", function(hex) return string.char(tonumber(hex, 16)) end))
end

-- The names in one header: each parameter, and those in pieces put together.
local function names_of(header)
  local found, pieces = {}, {}
  for star, at in header:gmatch("[nN][aA][mM][eE]([%*%d]*)%s*=%s*()") do
    local value = header:match('^"(.-[^\\])"', at) or header:match('^"?([^;]*)', at)
    local piece = tonumber(star:match("^%*(%d+)"))
    if piece then
      pieces[#pieces + 1] = { piece, value }
    else
      found[#found + 1] = value
    end
  end
  table.sort(pieces, function(a, b) return a[1] < b[1] end)
  for i, piece in ipairs(pieces) do pieces[i] = piece[2] end
  if #pieces > 0 then found[#found + 1] = table.concat(pieces) end
  return found
end

-- All of one part, decoded, beside the one that rspamd takes.
function mime_names.of(part)
  local all = { part:get_filename() }
  for _, field in ipairs { "Content-Type", "Content-Disposition" } do
    for _, header in ipairs(part:get_header_full(field) or {}) do
      local unfolded = (header.value or ""):sub(1, longest_header):gsub("\r?\n[ \t]", " ")
      for _, name in ipairs(names_of(unfolded)) do all[#all + 1] = decode_words(decode_percents(name)) end
    end
  end
  return all
end

return mime_names
