// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

class Database;

// A story as the database holds it: what export and dossier are made from. Positions count code points of the document's text. Documents,
// actors, quotes and events are referred to by index into the record's own vectors.

struct PlaceRecord {
    std::uint32_t document = 0;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence_start = 0;  ///< of the sentence the place starts in; the place itself where the text has no sentences
    std::uint32_t sentence_end = 0;
};
using PlaceRecords = std::vector<PlaceRecord>;

struct RangeRecord {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
};

struct BlockRecord {
    RangeRecord range;
    std::string kind;
};

struct CutRecord {
    std::string text;
    std::string reason;
};

struct WarningRecord {
    std::string kind;
    std::string evidence;
};

struct DocumentRecord {
    std::string id, given_id, path, record;
    std::optional<std::string> url, title, author, publisher, published, published_basis;
    std::string language;
    std::string text;
    std::string account;                      ///< id
    std::string relation;                     ///< original | copy | abridged | extended | rewrite
    std::optional<std::string> derived_from;  ///< document id, perhaps of another story
    std::vector<BlockRecord> blocks;
    std::vector<RangeRecord> sentences;
    std::vector<CutRecord> cut;
    std::vector<WarningRecord> warnings;
    std::vector<std::string> declared_sources;
};

struct AccountRecord {
    std::string id;
    std::vector<std::uint32_t> documents;  ///< of this story
    std::vector<std::string> shares_sources_with;
};

/// A stretch of the source and the stretch of the derived document that matches it.
struct PassageRecord {
    RangeRecord source;
    RangeRecord derived;
};

struct DerivationRecord {
    std::uint32_t source = 0;
    std::uint32_t derived = 0;
    std::string relation;
    std::uint32_t contained_source = 0;  ///< per mille of the source's words that stand in the derived document
    std::uint32_t contained_derived = 0;
    std::vector<PassageRecord> passages;
};

struct RoleRecord {
    std::string text;
    PlaceRecords evidence;
};

struct ActorRecord {
    std::string id, name, kind;
    std::optional<std::string> country;
    std::vector<std::string> aliases;
    std::vector<RoleRecord> roles;
    PlaceRecords mentions;
};

struct QuoteRecord {
    std::string id, text, kind;
    std::optional<std::uint32_t> speaker;
    std::string speaker_text;
    PlaceRecord place;
    std::vector<std::uint32_t> same_as;
    std::vector<std::uint32_t> variants;  ///< the same in other words
};

struct EventRecord {
    std::string id;
    std::optional<std::string> type, mode, cameo, frame;
    std::string status;
    std::optional<std::string> date, date_basis, place;
    std::vector<std::uint32_t> source;
    std::vector<std::uint32_t> target;
    std::string summary;
    PlaceRecords evidence;
    std::uint32_t accounts = 0;
    std::optional<std::uint32_t> outcome;  ///< of a plan: the event that came of it
};

struct ClaimRecord {
    std::string id, text;
    PlaceRecords support;
    PlaceRecords against;
    PlaceRecords silent;  ///< where other accounts cover the matter and leave it out
    std::uint32_t accounts_for = 0;
    std::uint32_t accounts_against = 0;
    std::vector<std::uint32_t> attributed_to;
};

struct SideRecord {
    std::string value;
    PlaceRecords evidence;
};

struct ConflictRecord {
    std::string id, kind, scope, about;
    std::vector<SideRecord> sides;
};

struct PositionRecord {
    std::string id;
    std::uint32_t actor = 0;
    std::string issue, stance;
    std::optional<std::string> phase;
    PlaceRecords evidence;
};

struct TimelineRecord {
    std::string date;
    std::uint32_t event = 0;
};

struct StoryRecord {
    std::string id, label;
    std::optional<std::string> first_date, last_date;
    std::vector<DocumentRecord> documents;
    std::vector<AccountRecord> accounts;  ///< in order of their first document here
    std::vector<DerivationRecord> derivations;
    std::vector<ActorRecord> actors;
    std::vector<QuoteRecord> quotes;
    std::vector<EventRecord> events;
    std::vector<ClaimRecord> claims;
    std::vector<ConflictRecord> conflicts;
    std::vector<PositionRecord> positions;
    std::vector<TimelineRecord> timeline;
};

struct StorySummary {
    std::string id, label;
    std::optional<std::string> first_date, last_date;
    std::uint32_t documents = 0;
    std::uint32_t accounts = 0;
};

/// The stories of a database in their order.
std::vector<StorySummary> list_stories(const Database& database);

/// Throws Failure where there is no such story.
StoryRecord load_story(const Database& database, std::string_view id);

/// The story a user means: its id or the first letters of it. Throws Failure, with exit code 2, where that fits none or several.
StorySummary find_story(const Database& database, std::string_view id);

/// "2025-08-15" => "day", "2025-08" => "month", "2025" => "year".
std::string_view date_grain(std::string_view iso_date);

}  // namespace synoptic
