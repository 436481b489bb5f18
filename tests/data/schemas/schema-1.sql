PRAGMA application_id=1296124737;
PRAGMA user_version=1;
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
INSERT INTO newsroom VALUES (1,'The Desk','','{"name":"","url":"","logo":"","policies":""}','','','America/New_York','{}');
INSERT INTO edition VALUES ('sw',0,'',NULL,'notice','{}');
INSERT INTO edition VALUES ('en',1,'',NULL,'notice','{}');
INSERT INTO article VALUES ('01890c3e000070008000000000000002','en','a-visit-is-announced','a-visit-is-announced','A visit is announced','01890c3e000070008000000000000002',1,'','draft','','2026-01-14T12:00:00Z',NULL,NULL,'2026-01-14T12:00:00Z','2026-01-14T12:00:00Z','Amina',1,NULL,'','given','',NULL,'[]','[]','','[]','{}');
INSERT INTO article VALUES ('01890c3e000070008000000000000001','en','drums-in-the-old-capital','drums-in-the-old-capital','Drums in the old capital','01890c3e000070008000000000000001',1,'','draft','',NULL,NULL,NULL,'2026-01-14T12:00:00Z','2026-01-14T12:00:00Z','Amina',1,NULL,'','given','',NULL,'[]','[]','','[]','{}');
INSERT INTO article_text VALUES ('01890c3e000070008000000000000002','','');
INSERT INTO article_text VALUES ('01890c3e000070008000000000000001','They played.','');
INSERT INTO image VALUES ('01890c3e000070008000000000000003','','','',0,0,0,'{"en":"Two people at a drum"}','','trainedAlgorithmicMedia','','','[]','',NULL,NULL,NULL,'{}');
INSERT INTO link VALUES ('01890c3e000070008000000000000001','a',0,'01890c3e000070008000000000000002','','',1,0);
INSERT INTO link VALUES ('01890c3e000070008000000000000001','b',1,NULL,'later','later',1,0);
INSERT INTO link VALUES ('01890c3e000070008000000000000001','c',2,NULL,'','',1,0);
INSERT INTO external VALUES ('01890c3e000070008000000000000001','c','Visit announced','The two governments named a day.','','2026-01-09T12:00:00Z','en','',NULL,'','{}');
INSERT INTO placement VALUES ('01890c3e000070008000000000000001','hero',0,'01890c3e000070008000000000000003','','');
INSERT INTO version VALUES ('01890c3e000070008000000000000004','01890c3e000070008000000000000001','2026-01-14T12:00:00Z','Amina','first words','1566a52b2c116a4fdf72d331cc5f7498677d112839193e07c8a9ef9793f32734',X'789C9553516F9C300CFE2B519E61E2AE52D7F2BC9F50ED6153854CE28368214189731D45F7DFEB1CD0F6D4766B239088B13F7FB63FCF1212F53EC4DE8CB296B290ADD7137FDDF53889D1C284FA5BB64ED63894F5EFFB42AA1E5C87BA0192B54BD6B2C587808A8C777175090874E1A24DCC68CDA3CF3039110E2D84CE6F0EF89702C87A3E15B247D04B3AF923A4210AE304F528BCD542C16808ACCC5E818367C9969C790135037439AEDADDDC56EA0A2B3EDFF9BDA92ECE95E43446FFDF71973163137D0A8A7129242CA4E5FAD392071D3B30D73FB9F0594220A3EC2708ECE5B9620C8E6B593B70E603FCC3BB4641D05B3ABE921970E9C8016C64DB884E1BD7E5A24FC5EBBC1FE1B65FC5B53CC0F02FF0F98D74DE1FE14F130D0970CE27A750CBB7FD1B8DA21470E33BA6D69AD863A6BDAFF6D765B52BABDBBBDDBEAE2A7E7E71444CC30061D5A9A0072F3A7F645E033A8AC2C1805A80D03065EDA660973E2D9D505FEFF0FD05A985252B7C537CAE3DE0D1E0C385E49F4DEDB4F8C46547D68B4D195C678197C6952CF092055EBE083C12387D3021D21A4140299E63E0406C20E8D67DE3BEBBC81363F426227D4ED71C940B7AC5388D3AAFED76CDBBFA2C7DD999234FEBF404D774545C');
INSERT INTO search_entry VALUES (1,'01890c3e000070008000000000000001',' drums in the old capital ',' they played drums in the old capital ');
INSERT INTO search_entry VALUES (2,'01890c3e000070008000000000000002',' a visit is announced ',' a visit is announced ');
