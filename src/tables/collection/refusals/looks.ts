const lost = 'whose columns are lost: copy the table itself into a spreadsheet, and save that as CSV'

/** What a text that is no table looks like, the surest first. */
const looks: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(!doctype html|html|head|body)/i, 'is a web page, not a table'],
  [/^\s*(From: <Saved by|MIME-Version:)/i, 'is a web archive (MHTML), not a page: save the page as HTML'],
  [/^\s*[{[]\s*("|\{|\[|\})/, 'is JSON, not a table'],
  [
    /^Staaten:?\s*[|;,\t].*Datum der Hinterlegung/im,
    'is a list of the Austrian Federal Law Gazette (Bundesgesetzblatt). It has only the deposits since the last one, and ratifications and accessions alike: add its rows to a table of the whole treaty',
  ],
  [
    /Ratifica(tion|tie) ?S ?= ?Signature without|Ratificatie ?O ?= ?Ondertekening|^- (Ratification|Signature|Entry into force): \d\d-\d\d-\d{4}/m,
    `is text of a page of the Dutch Treaty Database, ${lost}`,
  ],
  [/\bS ?1? R\/A(\/\w+)*\d? Type ?\d? EIF/, `is text of a status table of the Hague Conference, ${lost}`],
  [
    /^\s*Signature\s+Ratification\s+Entry into force\s+Notes\s+R\.|^Notes$\s+^R\.$\s+^D\.$/im,
    `is text of a chart of the Council of Europe, ${lost}`,
  ],
  [
    /^Country Signature date Ratification date \*? ?Reservation/m,
    `is text of a page of whatconvention.org, ${lost}`,
  ],
  [/[¦│║┌┐]|^\s*\+-{3,}/m, 'is a drawing of a table in characters, not a table'],
  [/^.*\.{5,}/m, 'is text taken from a PDF, whose columns are lost'],
  [/^[^\n]*\|[^\n]*\|?\s*$/m, 'is a table with “|” between its cells, taken from a page or a listing'],
  [
    /\bSTATUS AS AT\b|^CHAPTER [IVX]+\s*$|^\s*Participant\s*$|^(?=[^,;\t\n]*\b(country|participant|party|state)\b)(?=[^,;\t\n]*\bsign(ature|ed)\b)[^,;\t\n]*\bratif(ication|ied)\b[^,;\t\n]*$/im,
    'is text taken from a web page or a PDF, whose columns are lost',
  ],
  [
    /^[^\n]*\byear\b/i,
    'gives years, not days, and names no treaty action by its day. What is known only within a year goes into our own format “long”, with the first and the last day of the year as “earliest” and “latest”',
  ],
]

/** What a text looks like; undefined if it looks like nothing that is known. */
export const lookAt = (head: string): string | undefined => looks.find(([pattern]) => pattern.test(head))?.[1]
