// SPDX-License-Identifier: Apache-2.0
#include "present/json_export.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/asset.hpp"
#include "store/byte_positions.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

class StoryWriter {
public:
    explicit StoryWriter(const StoryRecord& story) : story_(story) {
        for (const DocumentRecord& document : story.documents) {
            positions_.emplace_back(document.text);
        }
    }

    [[nodiscard]] Json write() const {
        return {
            {"id", story_.id},
            {"label", story_.label},
            {"first_date", or_null(story_.first_date)},
            {"last_date", or_null(story_.last_date)},
            {"documents", each(story_.documents, [this](const DocumentRecord& item) { return document(item); })},
            {"accounts", each(story_.accounts, [this](const AccountRecord& item) { return account(item); })},
            {"actors", each(story_.actors, [this](const ActorRecord& item) { return actor(item); })},
            {"quotes", each(story_.quotes, [this](const QuoteRecord& item) { return quote(item); })},
            {"events", each(story_.events, [this](const EventRecord& item) { return event(item); })},
            {"claims", each(story_.claims, [this](const ClaimRecord& item) { return claim(item); })},
            {"conflicts", each(story_.conflicts, [this](const ConflictRecord& item) { return conflict(item); })},
            {"positions", each(story_.positions, [this](const PositionRecord& item) { return position(item); })},
            {"timeline", each(story_.timeline,
                              [this](const TimelineRecord& item) {
                                  return Json{{"date", item.date}, {"event", story_.events[item.event].id}};
                              })},
            {"derivations", each(story_.derivations, [this](const DerivationRecord& item) { return derivation(item); })},
        };
    }

private:
    template <typename Items, typename Write>
    static Json each(const Items& items, Write write) {
        Json list = Json::array();
        for (const auto& item : items) {
            list.push_back(write(item));
        }
        return list;
    }

    [[nodiscard]] Json place(const PlaceRecord& where) const {
        const std::string_view sentence = positions_[where.document].slice(where.sentence_start, where.sentence_end);
        return {{"document", story_.documents[where.document].id}, {"start", where.start}, {"end", where.end}, {"sentence", sentence}};
    }
    [[nodiscard]] Json places(const PlaceRecords& list) const {
        return each(list, [this](const PlaceRecord& where) { return place(where); });
    }
    [[nodiscard]] Json actor_ids(const std::vector<std::uint32_t>& actors) const {
        return each(actors, [this](std::uint32_t index) { return Json(story_.actors[index].id); });
    }

    /// The source, if it is one of this story's documents.
    [[nodiscard]] Json source_in_story(const DocumentRecord& item) const {
        const bool here =
            item.derived_from && std::ranges::find(story_.documents, *item.derived_from, &DocumentRecord::id) != story_.documents.end();
        return here ? Json(*item.derived_from) : Json(nullptr);
    }

    [[nodiscard]] Json document(const DocumentRecord& item) const {
        Json object = {
            {"id", item.id},
            {"path", item.path},
            {"url", or_null(item.url)},
            {"title", or_null(item.title)},
            {"author", or_null(item.author)},
            {"publisher", or_null(item.publisher)},
            {"published", or_null(item.published)},
            {"published_basis", or_null(item.published_basis)},
            {"language", item.language},
            {"text", item.text},
        };
        object["cut"] = each(item.cut, [](const CutRecord& cut) { return Json{{"text", cut.text}, {"reason", cut.reason}}; });
        object["account"] = item.account;
        object["relation"] = item.relation;
        object["derived_from"] = source_in_story(item);
        object["declared_sources"] = item.declared_sources;
        object["warnings"] = each(item.warnings, [](const WarningRecord& warning) {
            return Json{{"kind", warning.kind}, {"evidence", warning.evidence}};
        });
        object["record"] = item.record;
        object["given_id"] = item.given_id.empty() ? Json(nullptr) : Json(item.given_id);
        return object;
    }

    [[nodiscard]] Json account(const AccountRecord& item) const {
        return {{"id", item.id},
                {"documents", each(item.documents, [this](std::uint32_t index) { return Json(story_.documents[index].id); })},
                {"shares_sources_with", item.shares_sources_with}};
    }

    [[nodiscard]] Json derivation(const DerivationRecord& item) const {
        const auto passage = [](const PassageRecord& each_passage) {
            return Json{{"source_start", each_passage.source.start},
                        {"source_end", each_passage.source.end},
                        {"derived_start", each_passage.derived.start},
                        {"derived_end", each_passage.derived.end}};
        };
        return {{"source", story_.documents[item.source].id},
                {"derived", story_.documents[item.derived].id},
                {"relation", item.relation},
                {"contained_source", item.contained_source / 1000.0},
                {"contained_derived", item.contained_derived / 1000.0},
                {"passages", each(item.passages, passage)}};
    }

    [[nodiscard]] Json actor(const ActorRecord& item) const {
        const auto role = [this](const RoleRecord& each_role) {
            return Json{{"text", each_role.text},
                        {"evidence", each_role.evidence.empty() ? Json(nullptr) : place(each_role.evidence.front())}};
        };
        return {{"id", item.id},           {"name", item.name},
                {"kind", item.kind},       {"country", or_null(item.country)},
                {"aliases", item.aliases}, {"roles", each(item.roles, role)}};
    }

    [[nodiscard]] Json quote(const QuoteRecord& item) const {
        return {{"id", item.id},
                {"text", item.text},
                {"kind", item.kind},
                {"speaker", item.speaker ? Json(story_.actors[*item.speaker].id) : Json(nullptr)},
                {"speaker_text", item.speaker_text},
                {"document", story_.documents[item.place.document].id},
                {"start", item.place.start},
                {"end", item.place.end},
                {"same_as", each(item.same_as, [this](std::uint32_t index) { return Json(story_.quotes[index].id); })},
                {"variants", each(item.variants, [this](std::uint32_t index) { return Json(story_.quotes[index].id); })}};
    }

    [[nodiscard]] Json event(const EventRecord& item) const {
        Json date = nullptr;
        if (item.date) {
            date = {{"value", *item.date}, {"grain", date_grain(*item.date)}, {"basis", or_null(item.date_basis)}};
        }
        return {{"id", item.id},
                {"type", or_null(item.type)},
                {"mode", or_null(item.mode)},
                {"cameo", or_null(item.cameo)},
                {"status", item.status},
                {"date", date},
                {"place", or_null(item.place)},
                {"source", actor_ids(item.source)},
                {"target", actor_ids(item.target)},
                {"summary", item.summary},
                {"evidence", places(item.evidence)},
                {"accounts", item.accounts},
                {"frame", or_null(item.frame)},
                {"outcome", item.outcome ? Json(story_.events[*item.outcome].id) : Json(nullptr)}};
    }

    [[nodiscard]] Json claim(const ClaimRecord& item) const {
        return {{"id", item.id},
                {"text", item.text},
                {"support", places(item.support)},
                {"against", places(item.against)},
                {"silent", places(item.silent)},
                {"accounts_for", item.accounts_for},
                {"accounts_against", item.accounts_against},
                {"attributed_to", actor_ids(item.attributed_to)}};
    }

    [[nodiscard]] Json conflict(const ConflictRecord& item) const {
        const auto side = [this](const SideRecord& each_side) {
            return Json{{"value", each_side.value}, {"evidence", places(each_side.evidence)}};
        };
        return {{"id", item.id}, {"kind", item.kind}, {"scope", item.scope}, {"about", item.about}, {"sides", each(item.sides, side)}};
    }

    [[nodiscard]] Json position(const PositionRecord& item) const {
        return {{"id", item.id},         {"actor", story_.actors[item.actor].id}, {"issue", item.issue},
                {"stance", item.stance}, {"phase", or_null(item.phase)},          {"evidence", places(item.evidence)}};
    }

    const StoryRecord& story_;
    std::vector<BytePositions> positions_;
};

}  // namespace

std::string story_json(const StoryRecord& story) { return StoryWriter(story).write().dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string story_schema() { return std::string(asset("story.schema.json")); }

}  // namespace synoptic
