import { Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { URI, Utils } from 'vscode-uri';
import { recordingPage, recordingPlaceOf } from './recordingPage.js';

/** The panel that plays recordings, while it is open. */
let panel: WebviewPanel | undefined;

/**
 * Plays a recording beside the draft, in the panel of the previous one. `link` is the server's:
 * “…#t=3847”.
 */
export function playRecording(link: unknown): void {
  const place = recordingPlaceOf(link);
  if (place === undefined) return;
  const uri = Uri.parse(place.uri, true);
  const name = Utils.basename(URI.from(uri));
  const localResourceRoots = [Uri.joinPath(uri, '..')];
  panel ??= newPanel();
  const { webview } = panel;
  panel.title = name;
  webview.options = { localResourceRoots };
  webview.html = recordingPage(
    name,
    { ...place, uri: webview.asWebviewUri(uri).toString() },
    webview.cspSource,
  );
  panel.reveal(undefined, true);
}

function newPanel(): WebviewPanel {
  const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  const created = window.createWebviewPanel('copydesk.recording', '', column);
  created.onDidDispose(() => (panel = undefined));
  return created;
}
