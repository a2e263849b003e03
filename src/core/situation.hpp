// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/coded_event.hpp"
#include "core/document.hpp"
#include "core/span.hpp"

namespace synoptic {

/// Where a statement stands: no statement can be made without one. `document` is an index into the run's documents;
/// `span` lies inside `document`'s sentence number `sentence` or starts in it.
struct Provenance {
    std::uint32_t document;
    std::uint32_t sentence;
    Span span;

    Provenance(std::uint32_t document_index, std::uint32_t sentence_index, Span where)
        : document(document_index), sentence(sentence_index), span(where) {
        assert(!where.empty());
    }
    friend auto operator<=>(const Provenance&, const Provenance&) = default;
};
using Evidence = std::vector<Provenance>;  ///< sorted, without repetitions

enum class ActorKind : std::uint8_t { person, organization, country, place, group };
std::string_view name(ActorKind kind);

struct Role {
    std::string text;  ///< "foreign minister"
    Provenance evidence;
};

/// Somebody or something that acts or is acted on in a story; numbers below are indices into Situation::actors.
struct Actor {
    std::string name;  ///< the fullest name
    ActorKind kind = ActorKind::person;
    std::string country;               ///< ISO 3166-1 alpha-3 or empty
    std::vector<std::string> aliases;  ///< every surface form but `name`, sorted
    std::vector<Role> roles;
    Evidence mentions;
};

struct Quotation {
    std::string text;  ///< without the marks
    QuoteKind kind = QuoteKind::direct;
    std::optional<std::uint32_t> speaker;  ///< actor
    std::string speaker_text;
    Provenance where;
    std::vector<std::uint32_t> same_as;   ///< other quotations of the story with the same words
    std::vector<std::uint32_t> variants;  ///< of the same speaker in other documents, saying the same in other words
};

struct EventDate {
    Date date;
    std::string basis;  ///< "stated", "publication date", "inherited"
};

/// Something that happened, or was planned, called for, denied or supposed, as all accounts together tell it.
struct Event {
    std::string type;  ///< PLOVER type or empty
    std::string mode;
    std::string cameo;
    std::string frame;
    Status status = Status::happened;
    std::optional<EventDate> date;
    std::string place;
    std::vector<std::uint32_t> source;  ///< actors
    std::vector<std::uint32_t> target;
    std::string summary;  ///< one of its sentences, the shortest
    Evidence evidence;
    std::uint32_t accounts = 0;            ///< independent accounts that hold it
    std::optional<std::uint32_t> outcome;  ///< of what was planned or called for: the event that came of it, in Situation::events
};

/// A statement of fact that accounts hold or contradict.
struct Claim {
    std::string text;  ///< one of its sentences
    Evidence support;
    Evidence against;
    Evidence silent;  ///< where accounts cover the matter and leave it out; for claims that two accounts or more hold
    std::uint32_t accounts_for = 0;
    std::uint32_t accounts_against = 0;
    std::vector<std::uint32_t> attributed_to;  ///< actors; empty for the accounts' own voice
};

enum class ConflictKind : std::uint8_t { number, date, who, occurrence, role, precedence, place, other };
std::string_view name(ConflictKind kind);

struct Side {
    std::string value;  ///< "nearly five hours"
    Evidence evidence;
};

struct Conflict {
    ConflictKind kind = ConflictKind::other;
    bool within_account = false;
    std::string about;
    std::vector<Side> sides;  ///< at least two
};

enum class Stance : std::uint8_t { supports, opposes, demands, offers, rejects, accepts };
std::string_view name(Stance stance);

struct Position {
    std::uint32_t actor = 0;
    std::string issue;
    Stance stance = Stance::supports;
    std::string phase;  ///< "before" | "during" | "after" the story's main event, or empty
    Evidence evidence;
};

struct TimelineEntry {
    Date date;
    std::uint32_t event = 0;
};

/// What the accounts of one story say, taken together. Contents and order depend on the documents alone.
struct Situation {
    std::vector<Actor> actors;
    std::vector<Quotation> quotes;
    std::vector<Event> events;
    std::vector<Claim> claims;
    std::vector<Conflict> conflicts;
    std::vector<Position> positions;
    std::vector<TimelineEntry> timeline;  ///< happened and planned events with a date, by date
    std::vector<std::uint32_t> corrected;  ///< lines of the corrections file that had something to correct here
};

}  // namespace synoptic
