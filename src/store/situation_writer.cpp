// SPDX-License-Identifier: Apache-2.0
#include "store/situation_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace synoptic {

SituationWriter::SituationWriter(sqlite3* connection, const CorpusText& corpus)
    : corpus_(corpus), citation_(connection, "INSERT INTO citation VALUES (?,?,?,?,?,?,?)"),
      actor_(connection, "INSERT INTO actor VALUES (?,?,?,?,?,?)"), alias_(connection, "INSERT INTO alias VALUES (?,?,?)"),
      role_(connection, "INSERT INTO role VALUES (?,?,?)"), quote_(connection, "INSERT INTO quote VALUES (?,?,?,?,?,?,?)"),
      same_quote_(connection, "INSERT INTO same_quote VALUES (?,?,?)"),
      quote_variant_(connection, "INSERT INTO quote_variant VALUES (?,?,?)"),
      event_(connection, "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      event_actor_(connection, "INSERT INTO event_actor VALUES (?,?,?,?)"), outcome_(connection, "INSERT INTO outcome VALUES (?,?)"),
      claim_(connection, "INSERT INTO claim VALUES (?,?,?,?,?,?)"), claim_actor_(connection, "INSERT INTO claim_actor VALUES (?,?,?)"),
      conflict_(connection, "INSERT INTO conflict VALUES (?,?,?,?,?,?)"), side_(connection, "INSERT INTO side VALUES (?,?,?)"),
      position_(connection, "INSERT INTO position VALUES (?,?,?,?,?,?,?)"), timeline_(connection, "INSERT INTO timeline VALUES (?,?,?,?)") {
}

void SituationWriter::write(const Situation& situation, const std::string& story, const std::string& anchor) {
    story_ = story;
    anchor_ = anchor;
    write_actors(situation);
    write_quotes(situation);
    write_events(situation);
    write_claims(situation);
    write_conflicts(situation);
    write_positions(situation);
}

void SituationWriter::cite(const std::string& item, const std::string& part, const Evidence& evidence) {
    std::int64_t number = 0;
    for (const Provenance& where : evidence) {
        const StoredPlace place = corpus_.place(where);
        citation_.run(item, part, number++, place.document, std::int64_t{place.sentence}, std::int64_t{place.start},
                      std::int64_t{place.end});
    }
}

std::string SituationWriter::first_place(const Evidence& evidence) const {
    return evidence.empty() ? std::string() : corpus_.place(evidence.front()).key();
}

void SituationWriter::write_actors(const Situation& situation) {
    actors_.clear();
    std::int64_t number = 0;
    for (const Actor& actor : situation.actors) {
        const std::string id = ids_.make({"actor", anchor_, name(actor.kind), actor.name});
        actors_.push_back(id);
        actor_.bind(0, id)
            .bind(1, story_)
            .bind(2, number++)
            .bind(3, actor.name)
            .bind(4, name(actor.kind))
            .bind_or_null(5, actor.country)
            .step();
        std::int64_t alias_number = 0;
        for (const std::string& alias : actor.aliases) {
            alias_.run(id, alias_number++, alias);
        }
        std::int64_t role_number = 0;
        for (const Role& role : actor.roles) {
            cite(id, fmt::format("role {}", role_number), {role.evidence});
            role_.run(id, role_number++, role.text);
        }
        cite(id, "mention", actor.mentions);
    }
}

void SituationWriter::write_quotes(const Situation& situation) {
    std::vector<std::string> ids;
    std::int64_t number = 0;
    for (const Quotation& quote : situation.quotes) {
        const std::string& id = ids.emplace_back(ids_.make({"quote", corpus_.place(quote.where).key(), quote.text}));
        quote_.bind(0, id).bind(1, story_).bind(2, number++).bind(3, quote.text).bind(4, name(quote.kind));
        quote_.bind_or_null(5, quote.speaker ? std::string_view(actors_[*quote.speaker]) : std::string_view{});
        quote_.bind(6, quote.speaker_text).step();
        cite(id, "said", {quote.where});
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        std::int64_t other_number = 0;
        for (const std::uint32_t other : situation.quotes[i].same_as) {
            same_quote_.run(ids[i], other_number++, ids[other]);
        }
        other_number = 0;
        for (const std::uint32_t other : situation.quotes[i].variants) {
            quote_variant_.run(ids[i], other_number++, ids[other]);
        }
    }
}

void SituationWriter::write_events(const Situation& situation) {
    std::vector<std::string> ids;
    std::int64_t number = 0;
    for (const Event& event : situation.events) {
        const std::string place = first_place(event.evidence);
        const std::string& id = ids.emplace_back(ids_.make({"event", event.type, event.mode, name(event.status), place}));
        const std::string date = event.date ? to_iso(event.date->date) : "";
        event_.bind(0, id)
            .bind(1, story_)
            .bind(2, number++)
            .bind_or_null(3, event.type)
            .bind_or_null(4, event.mode)
            .bind_or_null(5, event.cameo);
        event_.bind_or_null(6, event.frame).bind(7, name(event.status)).bind_or_null(8, date);
        event_.bind_or_null(9, event.date ? std::string_view(event.date->basis) : std::string_view{}).bind_or_null(10, event.place);
        event_.bind(11, event.summary).bind(12, std::int64_t{event.accounts}).step();
        std::int64_t part_number = 0;
        for (const std::uint32_t actor : event.source) {
            event_actor_.run(id, std::string_view("source"), part_number++, actors_[actor]);
        }
        part_number = 0;
        for (const std::uint32_t actor : event.target) {
            event_actor_.run(id, std::string_view("target"), part_number++, actors_[actor]);
        }
        cite(id, "evidence", event.evidence);
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (const auto outcome = situation.events[i].outcome) {
            outcome_.run(ids[i], ids[*outcome]);
        }
    }
    number = 0;
    for (const TimelineEntry& entry : situation.timeline) {
        timeline_.run(story_, number++, to_iso(entry.date), ids[entry.event]);
    }
}

void SituationWriter::write_claims(const Situation& situation) {
    std::int64_t number = 0;
    for (const Claim& claim : situation.claims) {
        const std::string id = ids_.make({"claim", first_place(claim.support), first_place(claim.against)});
        claim_.run(id, story_, number++, claim.text, std::int64_t{claim.accounts_for}, std::int64_t{claim.accounts_against});
        std::int64_t actor_number = 0;
        for (const std::uint32_t actor : claim.attributed_to) {
            claim_actor_.run(id, actor_number++, actors_[actor]);
        }
        cite(id, "support", claim.support);
        cite(id, "against", claim.against);
        cite(id, "silent", claim.silent);
    }
}

void SituationWriter::write_conflicts(const Situation& situation) {
    std::int64_t number = 0;
    for (const Conflict& conflict : situation.conflicts) {
        std::vector<std::string> places;
        for (const Side& side : conflict.sides) {
            places.push_back(first_place(side.evidence));
        }
        std::ranges::sort(places);
        const std::string id = ids_.make({"conflict", name(conflict.kind), fmt::format("{}", fmt::join(places, " "))});
        const std::string_view scope = conflict.within_account ? "within-account" : "between-accounts";
        conflict_.run(id, story_, number++, name(conflict.kind), scope, conflict.about);
        std::int64_t side_number = 0;
        for (const Side& side : conflict.sides) {
            cite(id, fmt::format("side {}", side_number), side.evidence);
            side_.run(id, side_number++, side.value);
        }
    }
}

void SituationWriter::write_positions(const Situation& situation) {
    std::int64_t number = 0;
    for (const Position& position : situation.positions) {
        const std::string id = ids_.make({"position", actors_[position.actor], name(position.stance), position.issue, position.phase});
        position_.bind(0, id).bind(1, story_).bind(2, number++).bind(3, actors_[position.actor]).bind(4, position.issue);
        position_.bind(5, name(position.stance)).bind_or_null(6, position.phase).step();
        cite(id, "evidence", position.evidence);
    }
}

}  // namespace synoptic
