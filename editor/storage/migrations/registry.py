"""All schema steps in order; the place in the list is the schema's number."""

from __future__ import annotations

from editor.storage.migrations import (
    m0001_first,
    m0002_versions,
    m0003_provenance,
    m0004_ai_ranges,
    m0005_badge,
    m0006_prompts,
    m0007_edition_zone,
    m0008_page_labels,
    m0009_editions,
    m0010_translations,
    m0011_addresses,
    m0012_checks,
    m0013_site,
)

STEPS: tuple[str, ...] = (
    m0001_first.SQL,
    m0002_versions.SQL,
    m0003_provenance.SQL,
    m0004_ai_ranges.SQL,
    m0005_badge.SQL,
    m0006_prompts.SQL,
    m0007_edition_zone.SQL,
    m0008_page_labels.SQL,
    m0009_editions.SQL,
    m0010_translations.SQL,
    m0011_addresses.SQL,
    m0012_checks.SQL,
    m0013_site.SQL,
)
