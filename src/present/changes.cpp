// SPDX-License-Identifier: Apache-2.0
#include "present/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "store/story_record.hpp"

namespace synoptic {

namespace {

/// A finding as it is compared: `text` says what it is, `state` what may change of it.
struct Item {
    std::string id;
    std::string text;
    std::string state;
};

/// The findings of a database by kind, each in story order.
class Findings {
public:
    explicit Findings(const Database& database) {
        for (const StorySummary& summary : list_stories(database)) {
            const StoryRecord story = load_story(database, summary.id);
            read_documents(story);
            read_actors(story);
            read_statements(story);
        }
    }

    static constexpr std::array<std::string_view, 7> kinds = {"document", "actor", "quote", "event", "claim", "conflict", "position"};
    [[nodiscard]] const std::vector<Item>& of(std::string_view kind) const {
        static const std::vector<Item> none;
        const auto found = items_.find(kind);
        return found == items_.end() ? none : found->second;
    }

private:
    void add(std::string_view kind, std::string id, std::string text, std::string state = {}) {
        items_[std::string(kind)].push_back({std::move(id), std::move(text), std::move(state)});
    }

    static std::string names(const StoryRecord& story, const std::vector<std::uint32_t>& actors) {
        std::string text;
        for (const std::uint32_t actor : actors) {
            text += (text.empty() ? "" : ", ") + story.actors[actor].name;
        }
        return text.empty() ? "unknown" : text;
    }

    void read_documents(const StoryRecord& story) {
        for (const DocumentRecord& document : story.documents) {
            const std::string place = document.record.empty() ? document.path : document.path + " (" + document.record + ")";
            add("document", document.id, fmt::format("{}: {}", place, document.title.value_or("without a title")),
                fmt::format("{}, {}", document.relation, document.published.value_or("undated")));
        }
    }

    void read_actors(const StoryRecord& story) {
        for (const ActorRecord& actor : story.actors) {
            add("actor", actor.id, fmt::format("{} ({})", actor.name, actor.kind),
                actor.aliases.empty() ? "no other name" : fmt::format("{}", fmt::join(actor.aliases, "; ")));
        }
        for (const QuoteRecord& quote : story.quotes) {
            add("quote", quote.id, "\u201C" + quote.text + "\u201D", quote.speaker ? story.actors[*quote.speaker].name : "nobody known");
        }
    }

    void read_statements(const StoryRecord& story) {
        for (const EventRecord& event : story.events) {
            add("event", event.id, fmt::format("{} {}: {}", event.type.value_or("event"), event.status, event.summary),
                fmt::format("{}, {} to {}, accounts: {}", event.date.value_or("undated"), names(story, event.source),
                            names(story, event.target), event.accounts));
        }
        for (const ClaimRecord& claim : story.claims) {
            add("claim", claim.id, claim.text, fmt::format("accounts for: {}, against: {}", claim.accounts_for, claim.accounts_against));
        }
        for (const ConflictRecord& conflict : story.conflicts) {
            std::string text = fmt::format("{}, {}", conflict.kind, conflict.about);
            std::string state;
            for (const SideRecord& side : conflict.sides) {
                std::set<std::uint32_t> documents;
                for (const PlaceRecord& place : side.evidence) {
                    documents.insert(place.document);
                }
                state += fmt::format("{}{} (documents: {})", state.empty() ? "" : " / ", side.value, documents.size());
            }
            add("conflict", conflict.id, std::move(text), std::move(state));
        }
        for (const PositionRecord& position : story.positions) {
            add("position", position.id, fmt::format("{} {}: {}", story.actors[position.actor].name, position.stance, position.issue),
                fmt::format("{}, places: {}", position.phase.value_or("no phase"), position.evidence.size()));
        }
    }

    std::map<std::string, std::vector<Item>, std::less<>> items_;
};

/// Adds the changes of one kind.
class Matcher {
public:
    Matcher(const std::vector<Item>& earlier, const std::vector<Item>& later) : earlier_(earlier), later_(later) {
        for (std::size_t i = 0; i < earlier.size(); ++i) {
            by_id_.emplace(earlier[i].id, i);
            by_text_[earlier[i].text].push_back(i);
        }
    }

    void run(std::string_view kind, std::vector<Change>& changes) {
        std::vector<const Item*> former(later_.size(), nullptr);
        for (std::size_t j = 0; j < later_.size(); ++j) {  // ids first, so that a text that comes twice goes to its own
            if (const auto found = by_id_.find(later_[j].id); found != by_id_.end()) {
                former[j] = take(found->second);
            }
        }
        for (std::size_t j = 0; j < later_.size(); ++j) {
            const auto found = by_text_.find(later_[j].text);
            for (std::size_t k = 0; former[j] == nullptr && found != by_text_.end() && k < found->second.size(); ++k) {
                former[j] = take(found->second[k]);
            }
        }
        for (std::size_t j = 0; j < later_.size(); ++j) {
            const Item& item = later_[j];
            if (former[j] == nullptr) {
                changes.push_back({std::string(kind), ChangeKind::added, item.id, item.text, {}, item.state});
            } else if (former[j]->state != item.state) {
                changes.push_back({std::string(kind), ChangeKind::changed, item.id, item.text, former[j]->state, item.state});
            }
        }
        for (std::size_t i = 0; i < earlier_.size(); ++i) {
            if (!taken_.contains(i)) {
                changes.push_back({std::string(kind), ChangeKind::gone, earlier_[i].id, earlier_[i].text, earlier_[i].state, {}});
            }
        }
    }

private:
    const Item* take(std::size_t i) { return taken_.insert(i).second ? &earlier_[i] : nullptr; }

    const std::vector<Item>& earlier_;
    const std::vector<Item>& later_;
    std::map<std::string, std::size_t> by_id_;
    std::map<std::string, std::vector<std::size_t>> by_text_;
    std::set<std::size_t> taken_;
};

char sign(ChangeKind kind) { return kind == ChangeKind::added ? '+' : kind == ChangeKind::gone ? '-' : '~'; }

std::string_view word(ChangeKind kind) { return kind == ChangeKind::added ? "added" : kind == ChangeKind::gone ? "gone" : "changed"; }

}  // namespace

std::vector<Change> find_changes(const Database& earlier, const Database& later) {
    const Findings before(earlier);
    const Findings after(later);
    std::vector<Change> changes;
    for (const std::string_view kind : Findings::kinds) {
        Matcher(before.of(kind), after.of(kind)).run(kind, changes);
    }
    return changes;
}

std::string changes_text(const std::vector<Change>& changes) {
    if (changes.empty()) {
        return "Nothing differs.\n";
    }
    std::string text;
    for (const std::string_view kind : Findings::kinds) {
        const auto count = [&](ChangeKind change) {
            return std::ranges::count_if(changes, [&](const Change& c) { return c.of == kind && c.kind == change; });
        };
        const auto added = count(ChangeKind::added);
        const auto gone = count(ChangeKind::gone);
        const auto changed = count(ChangeKind::changed);
        if (added + gone + changed == 0) {
            continue;
        }
        text += fmt::format("{}{}s: {} new, {} gone, {} changed\n", text.empty() ? "" : "\n", kind, added, gone, changed);
        for (const Change& change : changes) {
            if (change.of != kind) {
                continue;
            }
            text += fmt::format("  {} {}\n", sign(change.kind), change.text);
            if (change.kind == ChangeKind::changed) {
                text += fmt::format("      was {}\n      now {}\n", change.before, change.after);
            }
        }
    }
    return text;
}

std::string changes_json(const std::vector<Change>& changes) {
    std::string lines;
    for (const Change& change : changes) {
        const nlohmann::ordered_json json = {{"of", change.of},     {"change", word(change.kind)}, {"id", change.id},
                                             {"text", change.text}, {"before", change.before},     {"after", change.after}};
        lines += json.dump() + "\n";
    }
    return lines;
}

}  // namespace synoptic
