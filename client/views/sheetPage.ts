/**
 * The page in the view of the fact sheet, which is empty at first. Its content security policy
 * allows its own style and script and nothing else.
 *
 * @param source The origin from which the editor serves files of the extension, as the policy names
 *   it.
 */
export function sheetPage(source: string, style: string, script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source}; script-src ${source}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fact Sheet</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main>
<h1>Fact Sheet</h1>
<div id="sheet"></div>
</main>
<script type="module" src="${script}"></script>
</body>
</html>
`;
}
