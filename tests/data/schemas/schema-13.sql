PRAGMA application_id=1296124737;
PRAGMA user_version=13;
CREATE TABLE newsroom (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    base_url TEXT NOT NULL,
    publisher TEXT NOT NULL,
    privacy_policy_url TEXT NOT NULL,
    analytics_url TEXT NOT NULL,
    display_zone TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE TABLE edition (
    locale TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    base_path TEXT NOT NULL,
    fallback TEXT,
    consent TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE TABLE house_style (
    locale TEXT NOT NULL PRIMARY KEY,
    style TEXT NOT NULL
);
CREATE TABLE article (
    id TEXT NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    slug TEXT NOT NULL,
    slug_key TEXT NOT NULL UNIQUE,
    headline TEXT NOT NULL,
    translation_set TEXT NOT NULL,
    is_source INTEGER NOT NULL,
    authorship TEXT NOT NULL,
    status TEXT NOT NULL,
    section TEXT NOT NULL,
    published TEXT,
    updated TEXT,
    embargo TEXT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    trashed_at TEXT,
    display_zone TEXT NOT NULL,
    zone_source TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    reviewed_at TEXT,
    byline TEXT NOT NULL,
    tags TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    corrections TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE INDEX article_by_change ON article (trashed_at, changed_at);
CREATE INDEX article_by_set ON article (translation_set);
CREATE TABLE article_text (
    article_id TEXT NOT NULL PRIMARY KEY REFERENCES article (id),
    body TEXT NOT NULL,
    reactions TEXT NOT NULL
);
CREATE TABLE image (
    id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    size INTEGER NOT NULL,
    alt TEXT NOT NULL,
    credit TEXT NOT NULL,
    source_type TEXT NOT NULL,
    ai_system TEXT NOT NULL,
    ai_prompt TEXT NOT NULL,
    findings TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT,
    added_at TEXT,
    trashed_at TEXT,
    extra TEXT NOT NULL
);
CREATE UNIQUE INDEX image_by_hash ON image (sha256) WHERE sha256 <> '';
CREATE TABLE link (
    article_id TEXT NOT NULL REFERENCES article (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    target_id TEXT REFERENCES article (id),
    pending TEXT NOT NULL,
    pending_key TEXT NOT NULL,
    on_card INTEGER NOT NULL,
    on_timeline INTEGER NOT NULL,
    PRIMARY KEY (article_id, id)
) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target_id);
CREATE INDEX link_by_pending ON link (pending_key) WHERE pending_key <> '';
CREATE TABLE external (
    article_id TEXT NOT NULL,
    link_id TEXT NOT NULL,
    headline TEXT NOT NULL,
    summary TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    language TEXT NOT NULL,
    authorship TEXT NOT NULL,
    picture_id TEXT REFERENCES image (id),
    picture_caption TEXT NOT NULL,
    extra TEXT NOT NULL,
    PRIMARY KEY (article_id, link_id),
    FOREIGN KEY (article_id, link_id) REFERENCES link (article_id, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX external_by_picture ON external (picture_id) WHERE picture_id IS NOT NULL;
CREATE TABLE placement (
    article_id TEXT NOT NULL REFERENCES article (id),
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    image_id TEXT REFERENCES image (id),
    file_hash TEXT NOT NULL,
    caption TEXT NOT NULL,
    PRIMARY KEY (article_id, role, position)
) WITHOUT ROWID;
CREATE INDEX placement_by_image ON placement (image_id);
CREATE INDEX placement_by_hash ON placement (file_hash) WHERE image_id IS NULL;
CREATE TABLE version (
    id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article (id),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    label TEXT NOT NULL,
    hash TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX version_by_article ON version (article_id, made_at);
CREATE TRIGGER version_is_never_edited BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'a version is never edited'); END;
CREATE TABLE search_entry (
    number INTEGER NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE REFERENCES article (id),
    headline TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE TABLE search_due (
    article_id TEXT NOT NULL PRIMARY KEY REFERENCES article (id)
);
CREATE VIRTUAL TABLE search USING fts5(
    headline, words, content='search_entry', content_rowid='number', tokenize='trigram'
);
CREATE TRIGGER search_entry_came AFTER INSERT ON search_entry BEGIN
    INSERT INTO search (rowid, headline, words) VALUES (new.number, new.headline, new.words);
END;
CREATE TRIGGER search_entry_went AFTER DELETE ON search_entry BEGIN
    INSERT INTO search (search, rowid, headline, words) VALUES ('delete', old.number, old.headline, old.words);
END;
CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_entry BEGIN
    INSERT INTO search (search, rowid, headline, words) VALUES ('delete', old.number, old.headline, old.words);
    INSERT INTO search (rowid, headline, words) VALUES (new.number, new.headline, new.words);
END;
ALTER TABLE newsroom ADD COLUMN version_rule TEXT NOT NULL DEFAULT 'all';
ALTER TABLE article ADD COLUMN reviewed_version TEXT NOT NULL DEFAULT '';
ALTER TABLE version ADD COLUMN kind TEXT NOT NULL DEFAULT 'named';
ALTER TABLE version ADD COLUMN base TEXT REFERENCES version (id);
ALTER TABLE version ADD COLUMN fields TEXT NOT NULL DEFAULT '[]';
ALTER TABLE version ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX version_by_base ON version (base) WHERE base IS NOT NULL;
DROP TRIGGER version_is_never_edited;
UPDATE version SET kind = 'pause' WHERE label = '';
UPDATE version SET kind = 'status' WHERE label IN ('draft', 'in-review', 'ready', 'published', 'withdrawn');
CREATE TRIGGER version_is_never_edited BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'a version is never edited'); END;
ALTER TABLE image ADD COLUMN creator TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN rights TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN license TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN license_page TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN data_mining TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN ai_system_version TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN ai_prompt_writer TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN generated_at TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN focus TEXT NOT NULL DEFAULT '';
ALTER TABLE image ADD COLUMN proposed TEXT NOT NULL DEFAULT '';
UPDATE image SET creator = json_extract(extra, '$."creator"'), extra = json_remove(extra, '$."creator"') WHERE json_type(CASE WHEN json_valid(extra) THEN extra ELSE '{}' END, '$."creator"') = 'text';
UPDATE image SET rights = json_extract(extra, '$."rights"'), extra = json_remove(extra, '$."rights"') WHERE json_type(CASE WHEN json_valid(extra) THEN extra ELSE '{}' END, '$."rights"') = 'text';
UPDATE image SET license = json_extract(extra, '$."license"'), extra = json_remove(extra, '$."license"') WHERE json_type(CASE WHEN json_valid(extra) THEN extra ELSE '{}' END, '$."license"') = 'text';
UPDATE image SET license_page = json_extract(extra, '$."license-page"'), extra = json_remove(extra, '$."license-page"') WHERE json_type(CASE WHEN json_valid(extra) THEN extra ELSE '{}' END, '$."license-page"') = 'text';
UPDATE image SET ai_system_version = json_extract(extra, '$."ai-system-version"'), extra = json_remove(extra, '$."ai-system-version"') WHERE json_type(CASE WHEN json_valid(extra) THEN extra ELSE '{}' END, '$."ai-system-version"') = 'text';
UPDATE image SET ai_prompt_writer = json_extract(extra, '$."ai-prompt-writer"'), extra = json_remove(extra, '$."ai-prompt-writer"') WHERE json_type(CASE WHEN json_valid(extra) THEN extra ELSE '{}' END, '$."ai-prompt-writer"') = 'text';
UPDATE image SET proposed = coalesce((
    SELECT term FROM (
        SELECT place, replace(
            replace(stated, 'https://cv.iptc.org/', 'http://cv.iptc.org/'),
            'http://cv.iptc.org/newscodes/digitalsourcetype/', ''
        ) AS term
        FROM (
            SELECT key AS place,
                CASE WHEN type = 'object' THEN json_extract(value, '$.detector') END AS detector,
                CASE WHEN type = 'object' THEN json_extract(value, '$.value') END AS stated
            FROM json_each(CASE WHEN json_valid(findings) THEN findings ELSE '[]' END)
        ) WHERE detector = 'digital-source-type'
    ) ORDER BY CASE
        WHEN term = 'trainedAlgorithmicMedia' THEN 0
        WHEN term IN ('compositeWithTrainedAlgorithmicMedia', 'compositeSynthetic') THEN 1
        WHEN term LIKE '%:%' OR term IN ('composite', 'screenCapture', 'virtualRecording', 'softwareImage') THEN 2
        ELSE 3 END, place LIMIT 1
), '');
ALTER TABLE article ADD COLUMN is_unsigned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article_text ADD COLUMN ai_ranges TEXT NOT NULL DEFAULT '[]';
INSERT OR IGNORE INTO search_due SELECT id FROM article WHERE reviewed_version <> '';
ALTER TABLE newsroom ADD COLUMN picture_badge TEXT NOT NULL DEFAULT 'none';
ALTER TABLE newsroom ADD COLUMN picture_prompts TEXT NOT NULL DEFAULT 'kept';
ALTER TABLE edition ADD COLUMN display_zone TEXT NOT NULL DEFAULT '';
CREATE TABLE page_label (
    locale TEXT NOT NULL,
    label TEXT NOT NULL,
    words TEXT NOT NULL,
    english TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    reviewed_at TEXT,
    PRIMARY KEY (locale, label)
);
ALTER TABLE edition ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE edition ADD COLUMN house_style TEXT NOT NULL DEFAULT '';
ALTER TABLE edition ADD COLUMN sections TEXT NOT NULL DEFAULT '[]';
ALTER TABLE edition ADD COLUMN consent_text TEXT NOT NULL DEFAULT '{}';
ALTER TABLE article ADD COLUMN translated_from TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN approved_at TEXT;
ALTER TABLE article ADD COLUMN translation_state TEXT NOT NULL DEFAULT '';
UPDATE article SET translation_state = 'translating' WHERE is_source = 0;
ALTER TABLE article ADD COLUMN former_slugs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE article ADD COLUMN withdrawal TEXT NOT NULL DEFAULT '';
UPDATE article SET withdrawal = '{"at":"' || coalesce(updated, changed_at) || '","note":"","told":false}'
WHERE status = 'withdrawn';
ALTER TABLE newsroom ADD COLUMN checks TEXT NOT NULL DEFAULT '{}';
ALTER TABLE newsroom ADD COLUMN theme TEXT NOT NULL DEFAULT '';
ALTER TABLE edition ADD COLUMN about TEXT NOT NULL DEFAULT '';
INSERT INTO newsroom VALUES (1,'The Desk','','{"name":"","url":"","logo":"","policies":""}','','','America/New_York','{}','all','none','kept','{}','');
INSERT INTO edition VALUES ('sw',0,'',NULL,'notice','{}','','','','[]','{}','');
INSERT INTO edition VALUES ('en',1,'',NULL,'notice','{}','','','','[]','{}','');
INSERT INTO article VALUES ('01890c3e000070008000000000000002','en','a-visit-is-announced','a-visit-is-announced','A visit is announced','01890c3e000070008000000000000002',1,'','draft','','2026-01-14T12:00:00Z',NULL,NULL,'2026-01-14T12:00:00Z','2026-01-14T12:00:00Z','Amina',1,NULL,'','given','',NULL,'[]','[]','','[]','{}','',0,'','',NULL,'','[]','');
INSERT INTO article VALUES ('01890c3e000070008000000000000001','en','drums-in-the-old-capital','drums-in-the-old-capital','Drums in the old capital','01890c3e000070008000000000000001',1,'','draft','',NULL,NULL,NULL,'2026-01-14T12:00:00Z','2026-01-14T12:00:00Z','Amina',1,NULL,'','given','',NULL,'[]','[]','','[]','{}','',0,'','',NULL,'','[]','');
INSERT INTO article_text VALUES ('01890c3e000070008000000000000002','','','[]');
INSERT INTO article_text VALUES ('01890c3e000070008000000000000001','They played.','','[]');
INSERT INTO image VALUES ('01890c3e000070008000000000000003','','','',0,0,0,'{"en":"Two people at a drum"}','','trainedAlgorithmicMedia','','','[]','',NULL,NULL,NULL,'{}','Asha','','','','','','','2026-01-14','0.5 0.25','');
INSERT INTO link VALUES ('01890c3e000070008000000000000001','a',0,'01890c3e000070008000000000000002','','',1,0);
INSERT INTO link VALUES ('01890c3e000070008000000000000001','b',1,NULL,'later','later',1,0);
INSERT INTO link VALUES ('01890c3e000070008000000000000001','c',2,NULL,'','',1,0);
INSERT INTO external VALUES ('01890c3e000070008000000000000001','c','Visit announced','The two governments named a day.','','2026-01-09T12:00:00Z','en','',NULL,'','{}');
INSERT INTO placement VALUES ('01890c3e000070008000000000000001','hero',0,'01890c3e000070008000000000000003','','');
INSERT INTO version VALUES ('01890c3e000070008000000000000004','01890c3e000070008000000000000001','2026-01-14T12:00:00Z','Amina','first words','1566a52b2c116a4fdf72d331cc5f7498677d112839193e07c8a9ef9793f32734',X'78DA9553D16EDB300CFC1543CFF1E0A4C0D6E6799F50EC6143613012630B932583A2926541FE7D5464A70E8A6DAD9100164D1E8FD4DD59816D097C87516D7FBCAC148C2385039A16586D7D726E11DA9DD456290924EE03C5DE8EE5BC0B267F79EEF1548D0E4E683EE5E8C9598F0555F7B9C512540722D46C839F1A6B42E0BB146363466B7F870C931BE1B003EAC29C80BF98406DCF9795DA071A90DAE85237E1F508A610505F290DB1B2BEE21EABE04CA561B40C4EE52C12B8B39248E652DAD801BA5CD7AC1F9F1AFD808D3C5FE4FFD8DC3D0F4A1A5BF3FFC475C68C6D0C89B4E032255C29271B49A50F7A4910AE3F33F5B30262ABDD3B086CD47507485E66997672E503F221F8560399B99D1CD90E5836B207172536A237D67779E8CB6AD9F76FB8BB8FE23AB952FA17F8F98D981697BAB8C26F365AAEC0FB90BC46A3DEEE6FB49A13E1CC774C3B67638F99F6A6D97CAE9B75DD3C3DAF37DBA691DF77A98869188026E5567C0C552732273FA0E7587918D05450193865352772654F6513FAE31B7EB92355588AE6670FE4D9090F168F7726B88566F3DD024235DE241B8B97A683B840DE4C967D6D7D2DB2AF45F6F5ABEC2383377B4B91A70A064EF15A037B9600C3EC23B90D1FDDD59A7B0A43C99F83D2B28DC8EFB38014E5D917C3A5D164E0F978B4DC0B81E3ABEAB2F56FBE519D3DC8555FFE0019C781E1','named',NULL,'[]',0,0);
INSERT INTO version VALUES ('01890c3e000070008000000000000005','01890c3e000070008000000000000001','2026-01-14T12:00:00Z','Amina','more words','74d18774cb4ec8d1db6e4b5a7d8414cbe029cfcd758ba3fbdcac01e35b1536c1',X'0200000013B66F2E150000000E0000004900000013000000570000005D04000078F926B704FEAB46E1451B1AE9181BC42A64E6299464A42AE4E7A428242716649624E600000DDA0D5D','named','01890c3e000070008000000000000004','["body","ai_ranges"]',4,0);
INSERT INTO search_entry VALUES (1,'01890c3e000070008000000000000001',' drums in the old capital ',' they played drums in the old capital ');
INSERT INTO search_entry VALUES (2,'01890c3e000070008000000000000002',' a visit is announced ',' a visit is announced ');
