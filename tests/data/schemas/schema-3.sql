PRAGMA application_id=1296124737;
PRAGMA user_version=3;
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
UPDATE image SET creator = json_extract(extra, '$.creator'), extra = json_remove(extra, '$.creator')
WHERE json_type(extra, '$.creator') = 'text';
UPDATE image SET rights = json_extract(extra, '$.rights'), extra = json_remove(extra, '$.rights')
WHERE json_type(extra, '$.rights') = 'text';
UPDATE image SET license = json_extract(extra, '$.license'), extra = json_remove(extra, '$.license')
WHERE json_type(extra, '$.license') = 'text';
UPDATE image SET license_page = json_extract(extra, '$."license-page"'), extra = json_remove(extra, '$."license-page"')
WHERE json_type(extra, '$."license-page"') = 'text';
UPDATE image SET ai_system_version = json_extract(extra, '$."ai-system-version"'),
extra = json_remove(extra, '$."ai-system-version"') WHERE json_type(extra, '$."ai-system-version"') = 'text';
UPDATE image SET ai_prompt_writer = json_extract(extra, '$."ai-prompt-writer"'),
extra = json_remove(extra, '$."ai-prompt-writer"') WHERE json_type(extra, '$."ai-prompt-writer"') = 'text';
UPDATE image SET proposed = coalesce((
    SELECT term FROM (
        SELECT key AS place, replace(
            replace(json_extract(value, '$.value'), 'https://cv.iptc.org/', 'http://cv.iptc.org/'),
            'http://cv.iptc.org/newscodes/digitalsourcetype/', ''
        ) AS term
        FROM json_each(findings) WHERE json_extract(value, '$.detector') = 'digital-source-type'
    ) ORDER BY CASE
        WHEN term = 'trainedAlgorithmicMedia' THEN 0
        WHEN term IN ('compositeWithTrainedAlgorithmicMedia', 'compositeSynthetic') THEN 1
        WHEN term LIKE '%:%' OR term IN ('composite', 'screenCapture', 'virtualRecording', 'softwareImage') THEN 2
        ELSE 3 END, place LIMIT 1
), '');
INSERT INTO newsroom VALUES (1,'The Desk','','{"name":"","url":"","logo":"","policies":""}','','','America/New_York','{}','all');
INSERT INTO edition VALUES ('sw',0,'',NULL,'notice','{}');
INSERT INTO edition VALUES ('en',1,'',NULL,'notice','{}');
INSERT INTO article VALUES ('01890c3e000070008000000000000002','en','a-visit-is-announced','a-visit-is-announced','A visit is announced','01890c3e000070008000000000000002',1,'','draft','','2026-01-14T12:00:00Z',NULL,NULL,'2026-01-14T12:00:00Z','2026-01-14T12:00:00Z','Amina',1,NULL,'','given','',NULL,'[]','[]','','[]','{}','');
INSERT INTO article VALUES ('01890c3e000070008000000000000001','en','drums-in-the-old-capital','drums-in-the-old-capital','Drums in the old capital','01890c3e000070008000000000000001',1,'','draft','',NULL,NULL,NULL,'2026-01-14T12:00:00Z','2026-01-14T12:00:00Z','Amina',1,NULL,'','given','',NULL,'[]','[]','','[]','{}','');
INSERT INTO article_text VALUES ('01890c3e000070008000000000000002','','');
INSERT INTO article_text VALUES ('01890c3e000070008000000000000001','They played.','');
INSERT INTO image VALUES ('01890c3e000070008000000000000003','','','',0,0,0,'{"en":"Two people at a drum"}','','trainedAlgorithmicMedia','','','[]','',NULL,NULL,NULL,'{}','Asha','','','','','','','2026-01-14','0.5 0.25','');
INSERT INTO link VALUES ('01890c3e000070008000000000000001','a',0,'01890c3e000070008000000000000002','','',1,0);
INSERT INTO link VALUES ('01890c3e000070008000000000000001','b',1,NULL,'later','later',1,0);
INSERT INTO link VALUES ('01890c3e000070008000000000000001','c',2,NULL,'','',1,0);
INSERT INTO external VALUES ('01890c3e000070008000000000000001','c','Visit announced','The two governments named a day.','','2026-01-09T12:00:00Z','en','',NULL,'','{}');
INSERT INTO placement VALUES ('01890c3e000070008000000000000001','hero',0,'01890c3e000070008000000000000003','','');
INSERT INTO version VALUES ('01890c3e000070008000000000000004','01890c3e000070008000000000000001','2026-01-14T12:00:00Z','Amina','first words','1566a52b2c116a4fdf72d331cc5f7498677d112839193e07c8a9ef9793f32734',X'78DA9553516F9C300CFE2B519E61E2AED2D6F2BC9F50ED6155854CE28368214189732D43F7DFE71C70EBADDBDA462011637FFE6C7F9E2524EA7D88BD19652D65215BAF27FEBAEF7112A38509F5A76C9DAC7128EB87C742AA1E5C87BA0192B54BD6B2C587808A8C777175090874E5A24DCC68CD4F9F6172221C5A089DDF1CF09902C87A3E15B247D04B3AF935A4210AE304F528BCD542C16808ACCC5E818367C9969C790135037439AEDADDDE55EA062B3E5FF8BDADAECE8DE43446BFEDB8CB98B1893E05C5B8141216D272FD69C9838E1D98EB8F5CF82C219051F61D04F6F25C3106C7B5AC1D38F301FEE15DA320E82D1D5FC90CB874E40036B26D44A78DEB72D1A7E265DE7FE1B61FC5B53CC0F03FF0F99574FE3EC26F261A12E09C4F4EA196AFFB371A4529E0C6774CAD35B1C74C7B5FED3F97D5AEACEEEE77FBBAAAF8F9CE11310D038455A7829EBCE8FC91790DE8280A07036A0142C394B59B825DFAB474427DBCC38F57A41696ACF04DF1B9F68047834F5792BF98DAE90F1FA61A2F928DCBE6AC179B724A9D655F1A57B2EC4B967DF95BF691C0E9830991D608024AF11C0307620341B76E214FC3459E23A33711E97D6AE7A05CE68B3AD2A8F3326FD7BCC19785909D39F20C4FBF00FADE5C0A','named',NULL,'[]',0,0);
INSERT INTO version VALUES ('01890c3e000070008000000000000005','01890c3e000070008000000000000001','2026-01-14T12:00:00Z','Amina','more words','fdccca862f7effffaa3c7454220d59fdb72ac6f8e6ae782a9c8533813ab11468',X'02000000D6F6AE8600000000000000002400000013000000240000002404000078DA53C8CC5328C94855C8CF4951484E2CC82C49CC01003F1A06B6','named','01890c3e000070008000000000000004','["body"]',4,0);
INSERT INTO search_entry VALUES (1,'01890c3e000070008000000000000001',' drums in the old capital ',' they played drums in the old capital ');
INSERT INTO search_entry VALUES (2,'01890c3e000070008000000000000002',' a visit is announced ',' a visit is announced ');
