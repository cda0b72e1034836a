-- file_names.lua: what a file is by its name, in every way a program may read that name (4.6).
--
-- Names come from strangers: with a NUL at which some programs stop, with signs nobody sees, with fullwidth letters
-- that older programs of Windows write as plain ones. What one of them would take for an ending counts.

local names = {}

local function set(words)
  local one = {}
  for word in words:gmatch("%S+") do one[word] = true end
  return one
end

-- Those of postfix/mime_header_checks.
local executables = set "exe com dll net"

local archives = set [[zip rar 7z gz tgz tar bz2 tbz tbz2 xz txz lz lzma lzh zst z cab arj ace iso img vhd vhdx egg alz
  zipx wim]]

-- Zip archives, or gzip files, that nobody unpacks by hand: a program for documents opens them.
local documents = set [[docx docm dotx dotm xlsx xlsm xlsb xltx xltm xlam pptx pptm potx potm ppsx ppsm thmx vsdx odt
  ott ods ots odp otp odg odf odb epub kmz xps oxps dwfx 3mf pages numbers key xmind vsdm vstx vssx sldx ppam
  ggb sb3 pbix emz wmz svgz]]

local known = { executable = executables, archive = archives, document = documents, mail = set "eml mht mhtml nws" }

-- Bytes. A name of 255 Vietnamese letters has 765.
local longest_name = 1024
local longest_ending = 16

-- Bytes of UTF-8: signs that take no place or turn the direction, spaces, and what stands for a full stop.
local unseen = {
  "\194\173", "\205\143", "\216\156", "\225\133[\159\160]", "\225\160\142", "\226\128[\139-\143\170-\174]",
  "\226\129[\160-\175]", "\227\133\164", "\239\184[\128-\143]", "\239\187\191", "\239\190\160", "\243\160[\128-\135].",
}
local spaces = { "\194\160", "\226\128[\128-\138\175]", "\226\129\159", "\227\128\128" }
local stops = { "\226\128\164", "\227\128\130", "\239\185\146", "\239\189\161" }

local function plain(name)
  for _, pattern in ipairs(unseen) do name = name:gsub(pattern, "") end
  for _, pattern in ipairs(spaces) do name = name:gsub(pattern, " ") end
  for _, pattern in ipairs(stops) do name = name:gsub(pattern, ".") end
  -- Fullwidth signs, U+FF01 to U+FF5E.
  name = name:gsub("\239\188([\129-\191])", function(byte) return string.char(byte:byte() - 96) end)
  name = name:gsub("\239\189([\128-\158])", function(byte) return string.char(byte:byte() - 32) end)
  return name:lower()
end

-- What Windows drops at the end of a name; rspamd writes ? for what is no letter.
local dropped = { [9] = true, [32] = true, [46] = true, [63] = true, [127] = true, [160] = true, [194] = true }
for byte = 0, 31 do dropped[byte] = true end

-- The last ending; one step backwards a byte, whatever the name is made of.
local function ending_of(name)
  local last = #name
  while last > 0 and dropped[name:byte(last)] do last = last - 1 end
  return name:sub(math.max(1, last - longest_ending), last):match("%.([^%./\\]+)$")
end

-- As it is, up to a NUL, up to a colon (a stream of NTFS), and without control signs.
local function forms_of(name)
  -- Most names are plain, and an archive may have many.
  if not name:find("[\128-\255%c:%?]") then return { name:lower() } end
  local flat = plain(name)
  return { flat, flat:match("^%Z*"), flat:match("^[^:]*"), (flat:gsub("[%c%?]", "")) }
end

-- What a file with all these names is: an executable, an archive, a mail, a document; one name that says so is enough.
function names.what(list)
  local is = {}
  for _, name in ipairs(list) do
    if #name > longest_name then
      -- No file system takes it, and who knows what a program makes of it.
      is.archive = true
      name = name:sub(-longest_name)
    end
    for _, form in ipairs(forms_of(name)) do
      local ending = ending_of(form) or ""
      for what, endings in pairs(known) do
        if endings[ending] then is[what] = true end
      end
      -- Pieces: a.zip.001, a.7z.002, a.z01, a.r00.
      if ending:match("^[zr]%d%d$") or archives[form:match("%.(%w+)%.%d%d%d$") or ""] then is.archive = true end
    end
  end
  return is
end

-- By rspamd's guess from the first bytes.
function names.is_archive_ending(ending) return archives[ending] == true end

return names
