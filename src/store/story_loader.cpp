// SPDX-License-Identifier: Apache-2.0
#include "store/story_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "store/statement.hpp"

namespace synoptic {

namespace {

using Index = std::unordered_map<std::string, std::uint32_t>;

template <typename Record>
Index index_of(const std::vector<Record>& records) {
    Index index;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        index.emplace(records[i].id, i);
    }
    return index;
}

/// A place that runs over several sentences gets all of them.
PlaceRecord place_of(std::uint32_t document, std::uint32_t number, RangeRecord range, const std::vector<RangeRecord>& sentences) {
    PlaceRecord place{document, range.start, range.end, range.start, range.end};
    for (; number < sentences.size() && sentences[number].start < range.end; ++number) {
        place.sentence_start = std::min(place.sentence_start, sentences[number].start);
        place.sentence_end = std::max(place.sentence_end, sentences[number].end);
    }
    return place;
}

class SituationLoader {
public:
    SituationLoader(sqlite3* connection, StoryRecord& story)
        : connection_(connection), story_(story), documents_(index_of(story.documents)),
          citations_(connection, "SELECT document, sentence, start, end FROM citation WHERE item = ? AND part = ? ORDER BY number") {}

    void load_actors() {
        SqlStatement rows(connection_, "SELECT id, name, kind, country FROM actor WHERE story = ? ORDER BY number");
        SqlStatement aliases(connection_, "SELECT text FROM alias WHERE actor = ? ORDER BY number");
        SqlStatement roles(connection_, "SELECT text FROM role WHERE actor = ? ORDER BY number");
        for (rows.bind(0, story_.id); rows.step();) {
            ActorRecord actor{
                std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)), rows.optional_text(3), {}, {}, {}};
            for (aliases.bind(0, actor.id); aliases.step();) {
                actor.aliases.emplace_back(aliases.text(0));
            }
            for (roles.bind(0, actor.id); roles.step();) {
                actor.roles.push_back({std::string(roles.text(0)), places(actor.id, fmt::format("role {}", actor.roles.size()))});
            }
            actor.mentions = places(actor.id, "mention");
            story_.actors.push_back(std::move(actor));
        }
        actors_ = index_of(story_.actors);
    }

    void load_quotes() {
        SqlStatement rows(connection_, "SELECT id, text, kind, speaker, speaker_text FROM quote WHERE story = ? ORDER BY number");
        for (rows.bind(0, story_.id); rows.step();) {
            QuoteRecord quote;
            quote.id = rows.text(0);
            quote.text = rows.text(1);
            quote.kind = rows.text(2);
            if (const auto speaker = actors_.find(std::string(rows.text(3))); speaker != actors_.end()) {
                quote.speaker = speaker->second;
            }
            quote.speaker_text = rows.text(4);
            const PlaceRecords said = places(quote.id, "said");
            if (!said.empty()) {
                quote.place = said.front();
                story_.quotes.push_back(std::move(quote));
            }
        }
        const Index quotes = index_of(story_.quotes);
        SqlStatement same(connection_, "SELECT other FROM same_quote WHERE quote = ? ORDER BY number");
        SqlStatement variants(connection_, "SELECT other FROM quote_variant WHERE quote = ? ORDER BY number");
        for (QuoteRecord& quote : story_.quotes) {
            append(quote.same_as, same.bind(0, quote.id), quotes);
            append(quote.variants, variants.bind(0, quote.id), quotes);
        }
    }

    void load_events() {
        SqlStatement rows(connection_, "SELECT id, type, mode, cameo, frame, status, date, date_basis, place, summary, accounts FROM event "
                                       "WHERE story = ? ORDER BY number");
        SqlStatement participants(connection_, "SELECT actor FROM event_actor WHERE event = ? AND part = ? ORDER BY number");
        for (rows.bind(0, story_.id); rows.step();) {
            EventRecord event;
            event.id = rows.text(0);
            event.type = rows.optional_text(1);
            event.mode = rows.optional_text(2);
            event.cameo = rows.optional_text(3);
            event.frame = rows.optional_text(4);
            event.status = rows.text(5);
            event.date = rows.optional_text(6);
            event.date_basis = rows.optional_text(7);
            event.place = rows.optional_text(8);
            event.summary = rows.text(9);
            event.accounts = rows.position(10);
            append(event.source, participants.bind(0, event.id).bind(1, std::string_view("source")), actors_);
            append(event.target, participants.bind(0, event.id).bind(1, std::string_view("target")), actors_);
            event.evidence = places(event.id, "evidence");
            story_.events.push_back(std::move(event));
        }
        const Index events = index_of(story_.events);
        SqlStatement outcome(connection_, "SELECT event FROM outcome WHERE plan = ?");
        for (EventRecord& plan : story_.events) {
            for (outcome.bind(0, plan.id); outcome.step();) {
                if (const auto event = events.find(std::string(outcome.text(0))); event != events.end()) {
                    plan.outcome = event->second;
                }
            }
        }
        SqlStatement timeline(connection_, "SELECT date, event FROM timeline WHERE story = ? ORDER BY number");
        for (timeline.bind(0, story_.id); timeline.step();) {
            if (const auto event = events.find(std::string(timeline.text(1))); event != events.end()) {
                story_.timeline.push_back({std::string(timeline.text(0)), event->second});
            }
        }
    }

    void load_claims() {
        SqlStatement rows(connection_, "SELECT id, text, accounts_for, accounts_against FROM claim WHERE story = ? ORDER BY number");
        SqlStatement speakers(connection_, "SELECT actor FROM claim_actor WHERE claim = ? ORDER BY number");
        for (rows.bind(0, story_.id); rows.step();) {
            ClaimRecord claim;
            claim.id = rows.text(0);
            claim.text = rows.text(1);
            claim.accounts_for = rows.position(2);
            claim.accounts_against = rows.position(3);
            claim.support = places(claim.id, "support");
            claim.against = places(claim.id, "against");
            claim.silent = places(claim.id, "silent");
            append(claim.attributed_to, speakers.bind(0, claim.id), actors_);
            story_.claims.push_back(std::move(claim));
        }
    }

    void load_conflicts() {
        SqlStatement rows(connection_, "SELECT id, kind, scope, about FROM conflict WHERE story = ? ORDER BY number");
        SqlStatement sides(connection_, "SELECT value FROM side WHERE conflict = ? ORDER BY number");
        for (rows.bind(0, story_.id); rows.step();) {
            ConflictRecord conflict{
                std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(3)), {}};
            for (sides.bind(0, conflict.id); sides.step();) {
                conflict.sides.push_back({std::string(sides.text(0)), places(conflict.id, fmt::format("side {}", conflict.sides.size()))});
            }
            story_.conflicts.push_back(std::move(conflict));
        }
    }

    void load_positions() {
        SqlStatement rows(connection_, "SELECT id, actor, issue, stance, phase FROM position WHERE story = ? ORDER BY number");
        for (rows.bind(0, story_.id); rows.step();) {
            if (const auto actor = actors_.find(std::string(rows.text(1))); actor != actors_.end()) {
                story_.positions.push_back({std::string(rows.text(0)), actor->second, std::string(rows.text(2)), std::string(rows.text(3)),
                                            rows.optional_text(4), places(std::string(rows.text(0)), "evidence")});
            }
        }
    }

private:
    static void append(std::vector<std::uint32_t>& numbers, SqlStatement& rows, const Index& index) {
        while (rows.step()) {
            if (const auto found = index.find(std::string(rows.text(0))); found != index.end()) {
                numbers.push_back(found->second);
            }
        }
    }

    PlaceRecords places(const std::string& item, const std::string& part) {
        PlaceRecords found;
        for (citations_.bind(0, item).bind(1, part); citations_.step();) {
            const auto document = documents_.find(std::string(citations_.text(0)));
            if (document == documents_.end()) {
                continue;
            }
            const std::vector<RangeRecord>& sentences = story_.documents[document->second].sentences;
            found.push_back(
                place_of(document->second, citations_.position(1), {citations_.position(2), citations_.position(3)}, sentences));
        }
        return found;
    }

    sqlite3* connection_;
    StoryRecord& story_;
    Index documents_;
    Index actors_;
    SqlStatement citations_;
};

}  // namespace

void load_situation(sqlite3* connection, StoryRecord& story) {
    SituationLoader loader(connection, story);
    loader.load_actors();
    loader.load_quotes();
    loader.load_events();
    loader.load_claims();
    loader.load_conflicts();
    loader.load_positions();
}

}  // namespace synoptic
