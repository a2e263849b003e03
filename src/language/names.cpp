// SPDX-License-Identifier: Apache-2.0
#include "language/names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "core/asset.hpp"
#include "core/text.hpp"
#include "language/names_rules.hpp"
#include "language/names_tagger.hpp"

namespace synoptic {

struct NameFinder::Tables {
    Lexicon lexicon;
    NameModel model = unpack_name_model(asset("models/names.bin"));
};

NameFinder::NameFinder() : tables_(std::make_unique<const Tables>()) {}
NameFinder::~NameFinder() = default;
NameFinder::NameFinder(NameFinder&&) noexcept = default;
NameFinder& NameFinder::operator=(NameFinder&&) noexcept = default;

namespace {

constexpr double sure_kind = 3;    ///< evidence with which the rules' kind stands against the tagger's
constexpr double sure_name = 2.5;  ///< evidence with which a name that the tagger does not see stays what it is

/// One kind of the two. The tagger knows three; the rules may know more closely what it means, and know countries from the whole document.
EntityKind reconciled(const RuledName& rules, EntityKind tagger) {
    const EntityKind kind = rules.name.kind;
    const bool closer = (tagger == EntityKind::place && kind == EntityKind::demonym) ||
                        (tagger == EntityKind::organization && kind == EntityKind::group) || kind == EntityKind::country;
    return closer || (rules.evidence >= sure_kind && kind != EntityKind::other) ? kind : tagger;
}

/// Kinds that the rules give lightly; a country they take from its offices and institutions.
bool is_doubtful(EntityKind kind) { return kind == EntityKind::person || kind == EntityKind::organization || kind == EntityKind::place; }

/// The kinds that the mentions of a spelling were given.
class Votes {
public:
    void add(const std::string& spelling, EntityKind kind) { ++votes_[spelling][static_cast<std::size_t>(kind)]; }
    /// The kind with most votes; `other` where there is none.
    [[nodiscard]] EntityKind most(const std::string& spelling) const {
        const auto found = votes_.find(spelling);
        return found == votes_.end() ? EntityKind::other
                                     : static_cast<EntityKind>(std::ranges::max_element(found->second) - found->second.begin());
    }

private:
    std::map<std::string, std::array<std::uint32_t, 8>> votes_;
};

std::string spelling_of(const Words& words, const Entity& entity) {
    return fold_accents(fold_space(words.span(entity.first, entity.last).in(words.text())));
}

/// The tagger's names, and of the rules' those that it left free. These keep their kind where it is sure or no actor's; else they take the
/// kind that other mentions of the same spelling got from the tagger, or none.
std::vector<Entity> merged(const Words& words, const std::vector<RuledName>& rules, const std::vector<TaggedName>& tagged) {
    std::vector<Entity> names;
    Votes votes;
    std::vector<bool> taken(rules.size(), false);
    std::size_t rule = 0;
    for (const TaggedName& name : tagged) {
        while (rule < rules.size() && rules[rule].name.last <= name.first) {
            ++rule;
        }
        Entity& added = names.emplace_back(
            Entity{.span = words.span(name.first, name.last), .first = name.first, .last = name.last, .kind = name.kind});
        for (std::size_t i = rule; i < rules.size() && rules[i].name.first < name.last; ++i) {
            taken[i] = true;
            if (rules[i].name.first == name.first && rules[i].name.last == name.last) {
                added.kind = reconciled(rules[i], name.kind);
            }
        }
        votes.add(spelling_of(words, added), added.kind);
    }
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!taken[i]) {
            Entity& added = names.emplace_back(rules[i].name);
            if (is_doubtful(added.kind) && rules[i].evidence < sure_name) {
                added.kind = votes.most(spelling_of(words, added));
            }
        }
    }
    std::ranges::sort(names, {}, &Entity::first);
    return names;
}

}  // namespace

void NameFinder::find(Document& document) const {
    const Words words(document);
    const std::vector<RuledName> rules = names_by_rules(words, tables_->lexicon);
    const NameFeatures features(words, tables_->lexicon, rules);
    document.analysis.entities = merged(words, rules, tag_names(tables_->model, features));
}

}  // namespace synoptic
