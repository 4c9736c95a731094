/** What `copydesk --help` prints, and `copydesk COMMAND --help` for each command. */
export const HELP = {
  copydesk: `Copydesk checks Markdown news drafts against your own sources: names, sentences,
claims and quotes. Nothing leaves this machine.

Usage: copydesk COMMAND …

  check FILE…               check drafts, or folders of them, and print what is wrong, why, and
                            the mend
  batch                     check many drafts: JSON lines in, JSON lines out
  reference build SOURCE…   learn a reference base from sources and store it
  reference show NAME       print what the sources tell of a name
  parse FILE                print the grammar of a draft as CoNLL-U
  serve --stdio             run the language server for an editor

  -h, --help                this page; after a command, the command's own
  -v, --version             the version

Start with:  copydesk check draft.md --sources "sources/**"
`,
  check: `Usage: copydesk check FILE… [options]

Checks drafts. A folder stands for the Markdown drafts in it, a quoted glob for what matches;
what they have of sources and dossiers is left out. “-” is standard input, read as Markdown; a
file whose name does not end as Markdown does is read as plain text.

  --sources GLOB    hold the drafts against these sources, or all in a folder (may be given more
                    than once; quote a glob so that the shell leaves it alone); a base that
                    “reference build” stored counts as a source, a file that is named as a draft
                    does not. Without it: the folder
                    “sources” here, else the one beside the draft or beside its folder, else the
                    base about the 2024 Astana summit that comes with Copydesk
  --cache FOLDER    keep in this folder what the sources teach, so that the next time only those
                    are learned from that are new or have changed
  --format FORMAT   pretty (the default), json, sarif or github; all but json and sarif leave
                    out hints
  --hints           show hints too: names that no source knows, “Mr” beside “Mr.”; with --format
                    pretty
  --fix             write the mends that need no thought into the files: misspelled names and
                    broken sentences, never what the draft says
  --explain         print first, for each claim, what was compared, what the sources say and why
                    it has its verdict; with --format pretty
  --fail-on LEVEL   error, warning (the default), information or never

What the nearest “.copydesk.json” in a draft's folder or above lets stand is not told, nor what a
comment “<!-- copydesk-ignore CODE: reason -->” lets stand in the block after it.

Exit status: 0 nothing at or above LEVEL, 1 something, 2 bad usage or unreadable input.
`,
  batch: `Usage: copydesk batch < REQUESTS > ANSWERS

Reads one JSON request a line and writes one JSON answer a line, in order:

  {"id": "1", "draft": "…", "sources": [{"name": "notes.md", "text": "…"}]}
  {"id": "1", "findings": […], "claims": […]}

With “sources” the base is learned from these alone; without, the base that comes with
Copydesk is used. A line that is no request is answered {"id": …, "error": "…"} and the
stream goes on; the exit status is then 2, else 0.
`,
  reference: `Usage: copydesk reference build SOURCE… --out FILE [--cache FOLDER]
       copydesk reference show NAME [--sources GLOB] [--cache FOLDER]

build   learns a base from sources (paths, folders or quoted globs) and stores it in FILE, for
        “copydesk check --sources FILE”
show    prints what is known of a name: who it is, role, other forms, what was said; from
        the sources given, else from the folder sources, else from the base
        that comes with Copydesk

With --cache, what the sources teach is kept in FOLDER, and the next time only those are
learned from that are new or have changed.

Exit status: 0 done, 1 nobody of that name is known, 2 bad usage or unreadable input.
`,
  parse: `Usage: copydesk parse FILE [--format conllu]

Prints the grammar of a draft as CoNLL-U: words, tags, lemmas and the dependency tree. Of a
“.conllu” file the sentences and words are kept; lemmas, tags and trees are new.

Exit status: 0 done, 2 bad usage or unreadable input.
`,
  serve: `Usage: copydesk serve --stdio

Runs the language server (Language Server Protocol) on standard input and output, for any
editor that speaks it.
`,
} as const;
