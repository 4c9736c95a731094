-- Opens a draft in Neovim as it is configured, and prints as JSON what a reporter would see.
-- nvim --headless --clean -l draft.lua CONFIGURATION DRAFT WORD-WITH-A-MEND NAME
local configuration, draft, slip, name = unpack(_G.arg)

local function point_at(word)
  vim.fn.cursor(1, 1)
  vim.fn.search(word, 'c')
end

local function ask(method, context)
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

point_at(name)
seen.card = vim.tbl_get(ask('textDocument/hover') or {}, 'contents', 'value')

point_at(slip)
local under_cursor = vim.tbl_filter(function(finding)
  return finding.lnum == vim.fn.line('.') - 1
end, vim.diagnostic.get(0))
local actions = ask('textDocument/codeAction', {
  diagnostics = vim.tbl_map(function(finding)
    return finding.user_data.lsp
  end, under_cursor),
}) or {}
for _, action in ipairs(actions) do
  if action.isPreferred and action.kind == 'quickfix' then
    seen.mend = action.title
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
