-- Drives Neovim as a person would: waits for findings, takes code actions from
-- the menu, undoes them. Reports what the buffer held in between.
local patience = 30000 -- ms; only a failing test waits this long
local report = {}

local function fail(message)
  io.stderr:write(message .. '\n')
  vim.cmd('cquit')
end

local function await(what, condition)
  if not vim.wait(patience, condition, 10) then
    fail('waited in vain for ' .. what .. '; buffer:\n' .. table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n'))
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
end

local function code_of(diagnostic)
  return diagnostic.code or (((diagnostic.user_data or {}).lsp or {}).code)
end

local function findings()
  local list = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, true)[1]
    local _, utf16 = vim.str_utfindex(line, d.col)
    table.insert(list, d.lnum .. ':' .. utf16 .. ' ' .. tostring(code_of(d)))
  end
  return list
end

local function finding(rule)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if code_of(d) == rule then
      return d
    end
  end
end

-- take runs the first code action whose title matches, from the menu at the cursor.
local function take(pattern)
  local offered
  vim.ui.select = function(items, options, choose)
    offered = {}
    for _, item in ipairs(items) do
      local title = options.format_item and options.format_item(item) or tostring(item)
      table.insert(offered, title)
      if title:match(pattern) then
        return choose(item)
      end
    end
    fail('no action matches ' .. pattern .. ' among:\n' .. table.concat(offered, '\n'))
  end
  local before = text()
  vim.lsp.buf.code_action()
  await('the action ' .. pattern, function() return text() ~= before end)
end

local function main()
  local original = text()
  await('findings', function() return finding('placeholder') ~= nil end)
  report.findings = findings()

  local place = finding('placeholder')
  vim.api.nvim_win_set_cursor(0, { place.lnum + 1, place.col })
  take(os.getenv('DESIGNLS_TEST_FIX'))
  report.fixed = text()
  vim.cmd('undo')
  report.unfixed = text()

  await('findings after undo', function() return finding('placeholder') ~= nil end)
  take(os.getenv('DESIGNLS_TEST_ACTION'))
  await('the whole block', function() return text():find('designls:end', 1, true) ~= nil end)
  report.inserted = text()
  vim.cmd('undo')
  report.restored = text()

  await('findings in the end', function()
    local d = finding('placeholder')
    return text() == original and d ~= nil and d.lnum == place.lnum
  end)
  report.remaining = findings()

  local file = io.open(os.getenv('DESIGNLS_TEST_REPORT'), 'w')
  file:write(vim.fn.json_encode(report))
  file:close()
  vim.cmd('qall!')
end

local ok, problem = pcall(main)
if not ok then
  fail(tostring(problem))
end
