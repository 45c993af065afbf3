// Which numbers in what officers write are no numbers of people: dates, shares, ages, names that hold a number,
// and what else is counted. Each errs to people: 'year 3 pupils' is 3 pupils.

/** Who a measure may count, in the singular or where that differs in both. */
export const people =
  'child|children|family|families|person|people|pupil|student|baby|babies|girl|boy|man|men|woman|women|lad|resident|tenant|case|household|carer|parent|mother|father|patient|client|adult|leaver|learner|claimant|individual|victim|sibling|brother|sister|youngster|infant|applicant|referral|death|birth|placement|user|worker|member|staff|officer|driver|visitor|admission|exclusion|suicide|sleeper|volunteer|apprentice|employee|offender|survivor|caller|injury|injuries|casualty|casualties';

const number = String.raw`(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten)`;
/** '1', '1 to 3', '1, 2 and 3'. */
const numbers = String.raw`${number}(?:(?:, ${number}){1,4},? (?:and|or) ${number}| ?(?:-|/|&| and | or | to ) ?${number})?`;
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?! (?:have|be|not|need|also|still|yet|only|well))|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const named =
  'phase|stage|step|tier|band|level|grade|quarter|qtr|year|version|section|part|paragraph|table|figure|option|week|day|category|priority|objective|measure|indicator|form|item|page|line|chapter|schedule|regulation|article|appendix|annex|type|class|zone|junction|strand|pillar|wave|cohort|lot|mission|theme|outcome|goal';
/** 'This quarter 3 came' is no quarter's name. */
const notThis = String.raw`(?<!\b(?:this|that|the|last|each|every|a|an|per|any|one|our|its|first|second|third|fourth|final|next|previous|same|current|latest|whole|full) )`;
const noPeople = String.raw`(?!(?: [\p{L}-]+){0,3} (?:${people})s?\b)`;

const every = (pattern: string): RegExp => new RegExp(pattern, 'gu');

/** Whatever of a text matches is no count. */
export const turnsOfSpeech: readonly RegExp[] = [
  // '1 October', 'October 3', '3/11/2020', '2020-10-3', '4.30pm'.
  every(String.raw`\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b`),
  every(String.raw`\b\d{1,2}(?: ?(?:-|&|and|or|to) ?\d{1,2}){0,4} (?:of )?${month}\b`),
  every(String.raw`\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b(?! [a-z])`),
  every(String.raw`\b\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|o'clock|noon)\b|\b\d{1,2}:\d{2}\b`),
  // '3%', 'three to four per cent', 'one in five', 'two-thirds', '1:4'.
  every(String.raw`\b${number}(?: ?(?:-|to) ?${number})? ?(?:%|pp\b|per ?cent)`),
  every(String.raw`\b(?:1|one) in (?:every )?${number}\b`),
  every(
    String.raw`\b${number}[ -](?:half|halves|thirds?|fifths?|tenths?)\b|\b(?:one|three|[13])[ -]quarters?\b`,
  ),
  every(String.raw`\b\d+:\d+\b`),
  // '£3', '£2 million', '4 million', '3p'.
  every(String.raw`[£$€] ?\d+(?:[.,]\d+)*(?: ?(?:k|m|bn|thousand|million|billion)\b)?`),
  every(String.raw`\b${number} ?(?:hundred|thousand|million|billion|k|m|bn|p|pence)\b`),
  // 'Aged 2 to 4', '3-year-olds', '0-4s'.
  every(
    String.raw`\baged? (?:between |under |over )?${number}(?:(?: ?- ?| to | and )${number})?\b`,
  ),
  every(
    String.raw`\b${number}(?: ?- ?| to )?(?:${number})?(?: ?- ?| )(?:year|month|week|day)s?(?: ?- ?| )olds?\b`,
  ),
  every(String.raw`\b\d+ ?- ?\d+s\b`),
  // 'Q3', 'KS2', 'v2', 'Q1-3', 'phase 1', 'quarters 1 and 2', 'top 3', 'target of 2'; '2nd', '4G'.
  every(String.raw`\b\p{L}{1,3}\d+(?:[.-]\p{L}?\d+){0,4}\b`),
  every(String.raw`\b(?:covid|q|qs|ks|no\.?|s\.?)[ -]?\d+(?: ?(?:-|&|and|to) ?\d+){0,4}\b`),
  every(String.raw`${notThis}\b(?:${named})s?[ -]${numbers}\b${noPeople}`),
  every(String.raw`\b(?:top|targets? (?:of|was|is)) ${number}\b${noPeople}`),
  every(String.raw`\b\d+\p{L}{1,2}\b`),
  // 'No one', 'one-off', 'one-to-one', 'at one time', 'one of the highest', 'a provisional one'.
  every(
    String.raw`\bno[ -]one\b|\bone[ -](?:off|another|hand|stop|way)\b|\b(?:1|one)[ -](?:to|2|1)[ -](?:1|one)\b`,
  ),
  every(String.raw`\b(?:at|any) one (?:time|point|stage)\b`),
  every(
    String.raw`\bone of (?:the|our|its) (?:most|highest|lowest|best|worst|largest|biggest)\b${noPeople}`,
  ),
  every(
    String.raw`\b(?:an?|the|this|that|each|every|any|another)(?: (?!only)\p{L}+)? one(?= ?(?:[.,;:!?)]|$))`,
  ),
  // Of '2 or 3 weeks' the last says what is counted.
  every(String.raw`\b${number} (?:or|to) (?=${number}\b)`),
];

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What stands between a number and what it counts: 'two more working weeks', 'three of the last four quarters'. */
export const passedOver = wordsOf(
  `more further new main other key extra additional working calendar full whole consecutive successive
  financial percentage of the our its their these those last past next previous different separate big small
  local public major important one two three four five six seven eight nine ten eleven twelve`,
);

/** What time is counted in, and what else is one with its number: 'a two-week delay'. */
export const spans = wordsOf(
  `time day week fortnight month term year quarter hour minute second decade weekend point percentage percent
  pound penny pence mile metre kilometre km hectare way fold tier phase stage step part half third fifth tenth`,
);

/** What else is counted that is nobody. */
export const things = wordsOf(
  `thing reason factor cause theme issue area site building office street road ward estate town school academy
  nursery college hospital clinic surgery centre hub library team service department directorate authority
  council provider supplier contractor partner agency organisation charity contract project programme scheme
  pilot initiative campaign policy strategy plan action priority objective measure target indicator figure
  benchmark report review audit inspection survey meeting session workshop event visit system database
  spreadsheet form process procedure vacancy post bid grant fund budget option recommendation bed room vehicle`,
);

/** 'weeks' is 'week', 'agencies' is 'agency'. */
export const singularOf = (word: string): string => {
  const known = [
    word,
    word.replace(/s$/, ''),
    word.replace(/ies$/, 'y'),
    word.replace(/ves$/, 'f'),
  ];
  return known.find((each) => spans.has(each) || things.has(each)) ?? word;
};
