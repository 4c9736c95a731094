/** What `copydesk --help` prints, and `copydesk COMMAND --help` for each command. */
export const HELP = {
  copydesk: `Copydesk checks Markdown news drafts against your own sources: names, sentences,
claims and quotes. Nothing leaves this machine, except the words of a search if you use an archive. A
model of your own is asked only at an address of this machine.

Usage: copydesk COMMAND …

  check FILE…               check drafts, or folders of them, and print what is wrong, why, and
                            how to fix it
  batch                     check many drafts: JSON lines in, JSON lines out
  reference build SOURCE…   build a reference from sources and store it
  reference show NAME       print what the sources say about a name
  sources                   list the sources with their dates, and where they differ
  timeline DRAFT            list the dates and times of a draft and its sources, in order
  compare OLD NEW           list the names, figures and quotations that a rewrite changes
  archive init|add|sync|status|who
                            keep a newsroom's archive on PostgreSQL
  parse FILE                print the grammar of a draft as CoNLL-U
  rules [CODE]              list the rules, or explain one with an example
  style test|audit|import|sample
                            try the rules of your house style
  mcp [FOLDER]              let an assistant ask about a folder's drafts and sources
  serve --stdio             run the language server for an editor

  -h, --help                this page; after a command, the command's own
  -v, --version             the version

Start with:  copydesk check draft.md --sources "sources/**"
`,
  check: `Usage: copydesk check FILE… [options]

Checks drafts. A folder means the Markdown drafts in it, a quoted glob the files that match;
sources and dossiers among them are skipped. “-” is standard input, read as Markdown; a Word
document (.docx) is converted to Markdown, and findings have the lines of that; a file with another
extension is read as plain text.

  --sources GLOB    check the drafts against these sources, or all in a folder (may be given
                    more than once; quote a glob so that the shell does not expand it). A reference
                    stored by “reference build” counts as a source; a file that is also named
                    as a draft does not. Without this option: the folder “sources” here, otherwise
                    the one beside the draft or beside its folder, otherwise the reference about
                    the 2024 Astana summit that comes with Copydesk
  --cache FOLDER    keep the indexed sources in this folder, so that next time only new and
                    changed ones are indexed
  --archive URL     ask a newsroom's archive about claims that the sources do not settle; its server
                    receives the words of those claims and quotes (see “copydesk archive --help”)
  --second-opinion URL --model NAME
                    ask a model of your own about the claims that are to check, at a server on this
                    machine such as http://127.0.0.1:11434/v1 (Ollama); no other address is asked.
                    With --format pretty and json. Its answer is no verdict and no finding
  --requests N      ask it at most N times (60 by default); with --cache, answers are kept
  --answer-within SECONDS
                    the time limit for an answer (120 by default)
  --with-confidential
                    let it read confidential and embargoed sources too
  --format FORMAT   pretty (the default), json, sarif or github; pretty and github leave out
                    hints
  --hints           show hints too: names that no source has, “Mr” mixed with “Mr.”; with --format
                    pretty
  --fix             apply the fixes that are safe without review to the files: misspelled names
                    and grammar errors, never the content of the draft
  --explain         print first, for each claim that is not a quote, what was compared, what the
                    sources say and why it has its verdict; with --format pretty
  --fail-on LEVEL   error, warning (the default), information or never; or tk, to fail if a TK, “XX”
                    or “CHECK” note is left: alone whatever else is found, or with a level
                    (--fail-on error --fail-on tk)
  --no-reader       check by rules alone, without the trained readers
  --spelling NAME   the variety of English: en-US, en-GB, en-AU or en-CA; auto (the default)
                    follows each draft; off turns the spelling check off

Findings are suppressed by the nearest “.copydesk.json” in a draft's folder or above it, and by
a comment “<!-- copydesk-ignore CODE: reason -->” before the block that it applies to.
The nearest “style.yml” in a draft's folder or above it has the house style.

Exit status: 0 nothing at or above LEVEL, 1 something, 2 bad usage or unreadable input.
`,
  batch: `Usage: copydesk batch [--no-reader] [--spelling NAME] < REQUESTS > ANSWERS

Reads one JSON request per line and writes one JSON answer per line, in the same order:

  {"id": "1", "draft": "…", "sources": [{"name": "notes.md", "text": "…"}]}
  {"id": "1", "findings": […], "claims": […]}

With “sources”, the draft is checked against these alone; without, against the reference that comes
with Copydesk. A line that is not a request is answered {"id": …, "error": "…"} and the stream
continues; the exit status is then 2, otherwise 0. With --no-reader, drafts are checked by rules alone,
without the trained readers. --spelling takes en-US, en-GB, en-AU or en-CA; auto, the
default, follows each draft; off turns the spelling check off.
`,
  reference: `Usage: copydesk reference build SOURCE… --out FILE [--cache FOLDER]
       copydesk reference show NAME [--sources GLOB] [--cache FOLDER]

build   builds a reference from sources (paths, folders or quoted globs) and stores it in FILE, for
        “copydesk check --sources FILE”
show    prints what is known about a name: who or what it is, roles, other forms, quotes; from
        the given sources, otherwise from the folder “sources”, otherwise from the reference that
        comes with Copydesk

With --cache, the indexed sources are kept in FOLDER, and next time only new and changed ones
are indexed.

Exit status: 0 done, 1 the name is not known, 2 bad usage or unreadable input.
`,
  sources: `Usage: copydesk sources [--sources GLOB] [--cache FOLDER] [--format pretty|json]

Lists the given sources, or those in the folder “sources”: name, date, kind, number of people,
length. Then the counts, from ten up, on which sources differ. A date is read from front matter, from
the lines above the text or from the file name; the time of the last change to the file is ignored.

Exit status: 0 done, 2 bad usage or unreadable input.
`,
  timeline: `Usage: copydesk timeline DRAFT [--sources GLOB] [--cache FOLDER] [--format pretty|json]

Lists the dates and times that a draft and its sources name, in order: the time, the sentence, and its
place. A weekday or “yesterday” counts from the date of its source or of the draft. A draft without a
date has that of its latest source; times that cannot be dated are left out. The sources are found as
by “copydesk check”.

Exit status: 0 done, 2 bad usage or unreadable input.
`,
  compare: `Usage: copydesk compare OLD NEW [--format pretty|json]

Compares a rewrite with the text before: names, figures, dates, quotations and speakers that it
changes, adds or leaves out, each with its lines. Other words for the same thing and shorter forms of
a name are left alone. No source is used: neither text need be right.

Exit status: 0 the same, or only left out, 1 something changed or added, 2 bad usage or unreadable
input.
`,
  archive: `Usage: copydesk archive init --database URL
       copydesk archive add PATH… --database URL [--visibility GROUP] [--as NAME]
       copydesk archive sync PATH… --database URL [--visibility GROUP] [--as NAME]
       copydesk archive status --database URL
       copydesk archive who NAME --database URL

init    creates the tables, functions and the role “copydesk_reporter” in a PostgreSQL database
add     stores the documents in folders, files and dumps (.ndjson or .jsonl, or “-” for standard
        input): new and changed ones only, so that after an interruption the same command goes on
sync    the same, and removes the documents of a folder or dump that it no longer has
status  prints how much of the archive you can see
who     prints the names most like one, with their roles

A line of a dump is a JSON object: “id” or “url”, “text” or “html”, and if known “title”, “date” as
2021-03-12, “language”, “visibility”, “embargo” as 2021-03-12T18:00Z.

  --database URL      postgresql://USER@HOST/DATABASE. The password is that in the file that
                      PGPASSFILE names. The connection is encrypted and the server's certificate
                      verified (“?sslrootcert=FILE” for one of your own), unless the host is this
                      machine
  --visibility GROUP  who may find the documents: “newsroom”, the default, for all reporters, else
                      those who were granted the role “copydesk_group_GROUP”
  --as NAME           the name of a folder or dump, by which sync knows it again; by default its path

Exit status: 0 done, 1 no such name, 2 bad usage, a document skipped or the server failed.
`,
  parse: `Usage: copydesk parse FILE [--format conllu]

Prints the grammar of a draft as CoNLL-U: words, tags, lemmas and the dependency tree. Of a
“.conllu” file, the sentences and words are kept; lemmas, tags and trees are new.

Exit status: 0 done, 2 bad usage or unreadable input.
`,
  rules: `Usage: copydesk rules [CODE] [--format pretty|json]

Without CODE, lists every rule with its default severity and what it reports. With a code, such
as “sentence/run-on”, explains that rule with a wrong and a right example. With a family, such
as “sentence”, lists its rules.

Exit status: 0 done, 2 bad usage.
`,
  style: `Usage: copydesk style test [FILE]
       copydesk style audit FOLDER [--style FILE] [--format pretty|json]
       copydesk style import PATH…
       copydesk style sample

test    runs the examples of a house style, by default the nearest “style.yml” here or above: its
        rule must report each wrong example, and no rule a right one
audit   counts how often each rule fires in the articles of a folder (Markdown and text files), with
        the first place, so that a rule that fires on everything shows before anybody sees it
import  prints a house style made of substitution and existence rules of Vale, files or folders of
        them; what a list of phrases cannot say is left out and named
sample  prints a house style to start from: copydesk style sample > style.yml

A house style applies to the drafts of its folder and of all folders below. No rule looks into
quotations.

Exit status: 0 done, 1 an example is not as it should be or a rule of Vale was left out, 2 bad usage or
unreadable input.
`,
  mcp: `Usage: copydesk mcp [FOLDER] [--sources GLOB] [--cache FOLDER] [--no-reader] [--spelling NAME]

Answers an assistant about a folder, by default this one, with the Model Context Protocol on standard
input and output: does a draft agree with the sources, what do they have on a claim, who is this, did
anyone say these words. The assistant can also read the sources. It writes nothing and reads nothing
outside the folder.

What the assistant is told it may send to a model that runs elsewhere. Sources with “confidential: true”
or “embargo: 2026-12-01” in their front matter, or in a folder “confidential”, stay out of all answers;
an embargo ends with its day.

  --sources GLOB    use these sources, relative to the folder (may be given more than once; by
                    default sources/**)

--cache, --no-reader and --spelling are as for “copydesk check”.

Exit status: 0 when the assistant has hung up, 2 bad usage or no such folder.
`,
  serve: `Usage: copydesk serve --stdio

Runs the language server (Language Server Protocol) on standard input and output, for any
editor that supports the protocol.
`,
} as const;
