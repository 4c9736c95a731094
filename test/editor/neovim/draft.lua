-- Opens a draft in Neovim with a configuration, and prints what a reporter would see as JSON.
-- nvim --headless --clean -l draft.lua CONFIGURATION DRAFT WORD-WITH-A-FIX NAME
local configuration, draft, mistake, name = unpack(_G.arg)

local function place_cursor(word)
  vim.fn.cursor(1, 1)
  vim.fn.search(word, 'c')
end

local function request(method, context)
  local params = vim.lsp.util.make_range_params()
  params.position = params.range.start
  params.context = context
  for _, response in pairs(vim.lsp.buf_request_sync(0, method, params, 10000) or {}) do
    return response.result
  end
end

local function codes()
  return vim.tbl_map(function(finding)
    return finding.code
  end, vim.diagnostic.get(0))
end

vim.cmd.filetype('on')
vim.cmd.source(configuration)
vim.cmd.edit(draft)
vim.wait(20000, function()
  return #codes() > 0
end, 20)
local seen = { before = codes() }

place_cursor(name)
seen.hover = vim.tbl_get(request('textDocument/hover') or {}, 'contents', 'value')

place_cursor(mistake)
local under_cursor = vim.tbl_filter(function(finding)
  return finding.lnum == vim.fn.line('.') - 1
end, vim.diagnostic.get(0))
local actions = request('textDocument/codeAction', {
  diagnostics = vim.tbl_map(function(finding)
    return finding.user_data.lsp
  end, under_cursor),
}) or {}
for _, action in ipairs(actions) do
  if action.isPreferred and action.kind == 'quickfix' then
    seen.fix = action.title
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    break
  end
end
vim.wait(20000, function()
  return #codes() < #seen.before
end, 20)
seen.after = codes()
seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

io.stdout:write(vim.json.encode(seen))
vim.cmd.quitall({ bang = true })
