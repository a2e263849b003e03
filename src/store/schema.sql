-- SPDX-License-Identifier: Apache-2.0
-- A synoptic database, schema 3. Tables have singular names; the views at the end have the plural words users ask for.
--
-- Positions (start, end) are half-open and count Unicode code points of document.text from 0:
--     substr(document.text, start + 1, end - start)
-- Ids are 128-bit content hashes in hex: the same input gives the same ids on every machine.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('stories', 'out of date');

-- What was read ------------------------------------------------------------------------------------------------------------------

CREATE TABLE document (
    key             INTEGER PRIMARY KEY,      -- for the text index; nothing else refers to it
    id              TEXT NOT NULL UNIQUE,
    given_id        TEXT NOT NULL,            -- the id a JSON line gave it, or ''
    path            TEXT NOT NULL,            -- the input as the user named it
    record          TEXT NOT NULL,            -- where in it ('' for a whole file)
    url             TEXT,
    title           TEXT,
    author          TEXT,
    publisher       TEXT,
    published       TEXT,                     -- ISO 8601, as exact as known
    published_basis TEXT,                     -- json-ld | meta | time | text | address | feed | warc
    reference_day   TEXT,                     -- the day the user gave for relative times of a document without a date
    language        TEXT NOT NULL,            -- BCP 47, 'und' where unknown
    text            TEXT NOT NULL,            -- the article, without title and byline
    as_given        INTEGER NOT NULL,         -- 1: the text came as an article, and nothing is cut from it
    UNIQUE (path, record)
);

CREATE TABLE block (
    document TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    kind     TEXT NOT NULL,                   -- paragraph | heading | list item | table row | quote | caption | footnote
    page_begin INTEGER NOT NULL,              -- the bytes of the page it was made from; 0 and 0 where unknown
    page_end   INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE cut (
    document   TEXT NOT NULL, number INTEGER NOT NULL,
    text       TEXT NOT NULL,
    reason     TEXT NOT NULL,
    page_begin INTEGER NOT NULL,              -- bytes of the page; 0 and 0 where unknown
    page_end   INTEGER NOT NULL,
    block      INTEGER,                       -- of a piece repeated on its host: which block of the document it was, before all such were cut
    kind       TEXT,                          -- and of what kind
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE warning (
    document TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, evidence TEXT NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE declared_source (
    document TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE reject (path TEXT NOT NULL, record TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (path, record)) WITHOUT ROWID;

-- SELECT snippet(texts, 1, '[', ']', '...', 12) FROM texts WHERE texts MATCH 'ceasefire';
CREATE VIRTUAL TABLE texts USING fts5(title, text, content='document', content_rowid='key', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
    INSERT INTO texts(rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER document_cut AFTER UPDATE OF text ON document BEGIN
    INSERT INTO texts(texts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
    INSERT INTO texts(rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
    INSERT INTO texts(texts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
    DELETE FROM block WHERE document = old.id;
    DELETE FROM cut WHERE document = old.id;
    DELETE FROM warning WHERE document = old.id;
    DELETE FROM declared_source WHERE document = old.id;
END;

-- What was made of it; a run that reads something new replaces it, but for situations that nothing new touches ----------------------------------------------------

CREATE TABLE sentence (
    document TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE account (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE account_document (
    document     TEXT PRIMARY KEY,
    account      TEXT NOT NULL,
    relation     TEXT NOT NULL,               -- original | copy | abridged | extended | rewrite
    derived_from TEXT                         -- document
) WITHOUT ROWID;
CREATE TABLE account_tie (account TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (account, other)) WITHOUT ROWID;

CREATE TABLE derivation (
    source            TEXT NOT NULL,          -- document
    derived           TEXT NOT NULL,          -- document
    relation          TEXT NOT NULL,
    contained_source  INTEGER NOT NULL,       -- per mille of the source's words that stand in the derived one
    contained_derived INTEGER NOT NULL,
    PRIMARY KEY (source, derived)
) WITHOUT ROWID;
CREATE TABLE passage (
    source        TEXT NOT NULL, derived TEXT NOT NULL, number INTEGER NOT NULL,
    source_start  INTEGER NOT NULL, source_end INTEGER NOT NULL,
    derived_start INTEGER NOT NULL, derived_end INTEGER NOT NULL,
    PRIMARY KEY (source, derived, number)
) WITHOUT ROWID;

CREATE TABLE story (
    id         TEXT PRIMARY KEY,
    number     INTEGER NOT NULL UNIQUE,       -- stories are told in this order
    label      TEXT NOT NULL,
    first_date TEXT,                          -- of publication, among its documents
    last_date  TEXT,
    made_from  TEXT NOT NULL                  -- hash of all that its situation was made from; a run keeps a situation whose hash is the same
) WITHOUT ROWID;
CREATE TABLE story_document (
    story TEXT NOT NULL, number INTEGER NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (story, number)
) WITHOUT ROWID;

CREATE TABLE actor (
    id      TEXT PRIMARY KEY,
    story   TEXT NOT NULL, number INTEGER NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,                    -- person | organization | country | place | group
    country TEXT,                             -- ISO 3166-1 alpha-3
    UNIQUE (story, number)
) WITHOUT ROWID;
CREATE TABLE alias (actor TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (actor, number)) WITHOUT ROWID;
CREATE TABLE role (actor TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (actor, number)) WITHOUT ROWID;

CREATE TABLE quote (
    id           TEXT PRIMARY KEY,
    story        TEXT NOT NULL, number INTEGER NOT NULL,
    text         TEXT NOT NULL,               -- without the marks
    kind         TEXT NOT NULL,               -- direct | indirect | mixed
    speaker      TEXT,                        -- actor
    speaker_text TEXT NOT NULL,
    UNIQUE (story, number)
) WITHOUT ROWID;
CREATE TABLE same_quote (quote TEXT NOT NULL, number INTEGER NOT NULL, other TEXT NOT NULL, PRIMARY KEY (quote, number)) WITHOUT ROWID;
-- the same speaker saying the same in other words
CREATE TABLE quote_variant (quote TEXT NOT NULL, number INTEGER NOT NULL, other TEXT NOT NULL, PRIMARY KEY (quote, number)) WITHOUT ROWID;

CREATE TABLE event (
    id         TEXT PRIMARY KEY,
    story      TEXT NOT NULL, number INTEGER NOT NULL,
    type       TEXT,                          -- PLOVER
    mode       TEXT,
    cameo      TEXT,
    frame      TEXT,                          -- the coding frame that fired
    status     TEXT NOT NULL,                 -- happened | planned | called-for | denied | hypothetical
    date       TEXT,
    date_basis TEXT,
    place      TEXT,
    summary    TEXT NOT NULL,
    accounts   INTEGER NOT NULL,              -- independent accounts that hold it
    UNIQUE (story, number)
) WITHOUT ROWID;
CREATE TABLE event_actor (
    event TEXT NOT NULL,
    part  TEXT NOT NULL,                      -- source | target
    number INTEGER NOT NULL, actor TEXT NOT NULL,
    PRIMARY KEY (event, part, number)
) WITHOUT ROWID;

CREATE TABLE outcome (plan TEXT PRIMARY KEY, event TEXT NOT NULL) WITHOUT ROWID;  -- what came of a planned or called-for event

CREATE TABLE claim (
    id               TEXT PRIMARY KEY,
    story            TEXT NOT NULL, number INTEGER NOT NULL,
    text             TEXT NOT NULL,
    accounts_for     INTEGER NOT NULL,
    accounts_against INTEGER NOT NULL,
    UNIQUE (story, number)
) WITHOUT ROWID;
CREATE TABLE claim_actor (claim TEXT NOT NULL, number INTEGER NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (claim, number)) WITHOUT ROWID;

CREATE TABLE conflict (
    id    TEXT PRIMARY KEY,
    story TEXT NOT NULL, number INTEGER NOT NULL,
    kind  TEXT NOT NULL,                      -- number | date | who | occurrence | role | precedence | place | other
    scope TEXT NOT NULL,                      -- between-accounts | within-account
    about TEXT NOT NULL,
    UNIQUE (story, number)
) WITHOUT ROWID;
CREATE TABLE side (conflict TEXT NOT NULL, number INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (conflict, number)) WITHOUT ROWID;

CREATE TABLE position (
    id     TEXT PRIMARY KEY,
    story  TEXT NOT NULL, number INTEGER NOT NULL,
    actor  TEXT NOT NULL,
    issue  TEXT NOT NULL,
    stance TEXT NOT NULL,                     -- supports | opposes | demands | offers | rejects | accepts
    phase  TEXT,                              -- before | during | after
    UNIQUE (story, number)
) WITHOUT ROWID;

CREATE TABLE timeline (story TEXT NOT NULL, number INTEGER NOT NULL, date TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (story, number)) WITHOUT ROWID;

-- Where everything above stands. `item` is the id of an actor, quote, event, claim, conflict or position; `part` says which of its statements:
-- mention, role 0, said, evidence, support, against, silent, side 0 ...
CREATE TABLE citation (
    item     TEXT NOT NULL, part TEXT NOT NULL, number INTEGER NOT NULL,
    document TEXT NOT NULL, sentence INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY (item, part, number)
) WITHOUT ROWID;

-- What users ask for -------------------------------------------------------------------------------------------------------------

CREATE VIEW documents AS
SELECT d.id, s.story, d.path, d.record, d.url, d.title, d.author, d.publisher, d.published, d.published_basis, d.language,
       a.account, a.relation, a.derived_from, d.text
FROM document d LEFT JOIN account_document a ON a.document = d.id LEFT JOIN story_document s ON s.document = d.id;

CREATE VIEW accounts AS
SELECT a.account AS id, s.story, count(*) AS documents, min(d.published) AS first_published, group_concat(coalesce(d.publisher, d.path), '; ') AS outlets
FROM account_document a JOIN document d ON d.id = a.document LEFT JOIN story_document s ON s.document = d.id
GROUP BY a.account, s.story;

CREATE VIEW cuts AS
SELECT c.document, d.path, c.reason, c.text, c.page_begin, c.page_end FROM cut c JOIN document d ON d.id = c.document;

CREATE VIEW rejects AS SELECT path, record, reason FROM reject;

CREATE VIEW stories AS
SELECT s.id, s.label, s.first_date, s.last_date, count(*) AS documents, count(DISTINCT a.account) AS accounts
FROM story s JOIN story_document m ON m.story = s.id LEFT JOIN account_document a ON a.document = m.document
GROUP BY s.id ORDER BY s.number;

CREATE VIEW evidence AS
SELECT c.item, c.part, c.number, c.document, a.account, c.start, c.end, substr(d.text, c.start + 1, c.end - c.start) AS passage,
       coalesce(substr(d.text, s.start + 1, s.end - s.start), substr(d.text, c.start + 1, c.end - c.start)) AS sentence
FROM citation c JOIN document d ON d.id = c.document
     LEFT JOIN sentence s ON s.document = c.document AND s.number = c.sentence
     LEFT JOIN account_document a ON a.document = c.document;

CREATE VIEW actors AS
SELECT a.id, a.story, a.name, a.kind, a.country,
       (SELECT group_concat(text, '; ') FROM (SELECT text FROM alias WHERE actor = a.id ORDER BY number)) AS aliases,
       (SELECT group_concat(text, '; ') FROM (SELECT DISTINCT text FROM role WHERE actor = a.id ORDER BY number)) AS roles
FROM actor a;

CREATE VIEW quotes AS
SELECT q.id, q.story, q.text, q.kind, q.speaker, a.name AS speaker_name, q.speaker_text, e.document, e.start, e.end, e.sentence
FROM quote q LEFT JOIN actor a ON a.id = q.speaker LEFT JOIN evidence e ON e.item = q.id AND e.part = 'said';

CREATE VIEW events AS
SELECT e.id, e.story, e.date, e.date_basis, e.status, e.type, e.mode, e.cameo, e.place,
       (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM event_actor x JOIN actor a ON a.id = x.actor
                                              WHERE x.event = e.id AND x.part = 'source' ORDER BY x.number)) AS source,
       (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM event_actor x JOIN actor a ON a.id = x.actor
                                              WHERE x.event = e.id AND x.part = 'target' ORDER BY x.number)) AS target,
       e.summary, e.accounts
FROM event e;

CREATE VIEW claims AS
SELECT c.id, c.story, c.text, c.accounts_for, c.accounts_against,
       (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM claim_actor x JOIN actor a ON a.id = x.actor
                                              WHERE x.claim = c.id ORDER BY x.number)) AS attributed_to
FROM claim c;

CREATE VIEW conflicts AS
SELECT c.id, c.story, c.kind, c.scope, c.about,
       (SELECT group_concat(value, ' / ') FROM (SELECT value FROM side WHERE conflict = c.id ORDER BY number)) AS sides
FROM conflict c;

CREATE VIEW positions AS
SELECT p.id, p.story, a.name AS actor, p.stance, p.issue, p.phase FROM position p JOIN actor a ON a.id = p.actor;
