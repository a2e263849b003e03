// SPDX-License-Identifier: Apache-2.0
#include "language/mentions_nominals.hpp"

#include <algorithm>
#include <initializer_list>

#include "core/text.hpp"

namespace synoptic {

namespace {

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

bool is_possessive_mark(std::string_view word) { return word == "'s" || word == "\u2019s" || is_apostrophe(word); }

/// Cuts the noun phrase around one head.
class PhraseCutter {
public:
    PhraseCutter(const Words& words, const Lexicon& lexicon, const std::vector<std::uint32_t>& entity)
        : words_(words), lexicon_(lexicon), entity_(entity) {}

    void cut(Nominal& nominal) const {
        const std::uint32_t begin = words_.sentence_begin(nominal.head);
        std::uint32_t k = nominal.head;
        while (k > begin && nominal.head - k < 6 && is_modifier(k - 1)) {
            --k;
            if (entity_[k] != 0) {
                nominal.owner = entity_[k];
            }
        }
        nominal.core = k;
        nominal.first = k;
        nominal.last = nominal.head_last;
        if (k > begin) {
            cut_determiner(nominal, k, begin);
        }
        cut_complement(nominal);
    }

private:
    [[nodiscard]] bool is_modifier(std::uint32_t i) const {
        if (entity_[i] != 0) {
            const EntityKind kind = entities()[entity_[i] - 1].kind;
            return kind != EntityKind::person;
        }
        if (!words_.is_word(i)) {
            return words_.at(i) == "-" && words_.glued(i);
        }
        if (lexicon_.context(words_.lower(i)) == "portfolio") {
            return true;
        }
        const Upos tag = words_.upos(i);
        return tag == Upos::ADJ || tag == Upos::NOUN || (tag == Upos::PROPN && !words_.opens(i)) ||
               (tag == Upos::VERB && words_.lower(i).ends_with("ing") && i > 0 && words_.lower(i - 1) == "the");
    }

    void cut_determiner(Nominal& nominal, std::uint32_t k, std::uint32_t begin) const {
        const std::string_view before = words_.lower(k - 1);
        if (in_list(before, {"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "both"})) {
            nominal.first = k - 1;
            nominal.definiteness = Definiteness::definite;
        } else if (in_list(before, {"a", "an", "another", "some", "one", "any", "every", "each", "several", "many", "no", "most"})) {
            nominal.first = k - 1;
            nominal.definiteness = Definiteness::indefinite;
        } else if (in_list(before, {"two", "three", "four", "five", "six", "seven"}) || words_.upos(k - 1) == Upos::NUM) {
            const bool definite = k - 1 > begin && in_list(words_.lower(k - 2), {"the", "these", "those", "its", "his", "her", "their"});
            nominal.first = definite ? k - 2 : k - 1;
            nominal.definiteness = definite ? Definiteness::definite : Definiteness::indefinite;
        } else if (is_possessive_mark(before) && k >= begin + 2) {
            nominal.definiteness = Definiteness::definite;
            std::uint32_t owner = k - 2;  // the last token of the possessor
            if (entity_[owner] != 0) {
                nominal.owner = entity_[owner];
                nominal.first = entities()[entity_[owner] - 1].first;
            } else {
                while (owner > begin && k - owner < 5 && is_modifier(owner - 1)) {
                    --owner;
                }
                nominal.first = owner > begin && in_list(words_.lower(owner - 1), {"the", "a", "an"}) ? owner - 1 : owner;
            }
        }
    }

    void cut_complement(Nominal& nominal) const {
        const std::uint32_t end = words_.sentence_end(nominal.head);
        const std::uint32_t i = nominal.last;
        const std::string_view link = words_.lower(i);
        if (i + 1 >= end || !(link == "of" || link == "for")) {
            return;
        }
        const std::uint32_t target = words_.lower(i + 1) == "the" ? i + 2 : i + 1;
        if (target >= end) {
            return;
        }
        if (entity_[target] != 0) {
            const Entity& entity = entities()[entity_[target] - 1];
            if (entity.first == target && entity.kind != EntityKind::person) {
                nominal.owner = nominal.owner == 0 ? entity_[target] : nominal.owner;
                nominal.last = entity.last;
            }
            return;
        }
        if (const auto [institution, last] = lexicon_.institution(words_, target); institution != nullptr && last <= end) {
            nominal.last = last;
        } else if (link == "of" && nominal.role != nullptr && words_.upos(target) == Upos::NOUN) {
            nominal.last = target + 1;
        }
    }

    [[nodiscard]] const std::vector<Entity>& entities() const { return words_.document().analysis.entities; }

    const Words& words_;
    const Lexicon& lexicon_;
    const std::vector<std::uint32_t>& entity_;
};

/// Whether the word at `i` is used as a noun, as far as the tags tell.
bool may_be_noun(const Words& words, std::uint32_t i) {
    const Upos tag = words.upos(i);
    return tag == Upos::X || tag == Upos::NOUN || tag == Upos::PROPN ||
           (tag == Upos::ADJ && words.lower(i) != "general" && words.lower(i) != "major");
}

}  // namespace

std::vector<std::uint32_t> entity_of_token(const Words& words) {
    std::vector<std::uint32_t> entity(words.size(), 0);
    const auto& entities = words.document().analysis.entities;
    for (std::uint32_t e = 0; e < entities.size(); ++e) {
        for (std::uint32_t i = entities[e].first; i < entities[e].last; ++i) {
            entity[i] = e + 1;
        }
    }
    return entity;
}

std::vector<Nominal> find_nominals(const Words& words, const Lexicon& lexicon) {
    const std::vector<std::uint32_t> entity = entity_of_token(words);
    const PhraseCutter cutter(words, lexicon, entity);
    std::vector<Nominal> found;
    for (std::uint32_t i = 0; i < words.size();) {
        if (entity[i] != 0 || !words.is_word(i)) {
            ++i;
            continue;
        }
        Nominal nominal{.head = i};
        const auto [role, role_last] = lexicon.role(words, i);
        const auto [institution, institution_last] = lexicon.institution(words, i);
        if (role != nullptr && role_last >= institution_last) {
            nominal.role = role;
            nominal.head_last = role_last;
            nominal.plural = role->plural;
        } else if (institution != nullptr) {
            nominal.institution = institution;
            nominal.head_last = institution_last;
            nominal.plural = institution->group;
        } else {
            ++i;
            continue;
        }
        const std::uint32_t last = nominal.head_last;
        const std::uint32_t end = words.sentence_end(i);
        const bool compound = last < end && entity[last] == 0 && words.upos(last) == Upos::NOUN && words.is_word(last);
        if (last > end || !may_be_noun(words, last - 1) || compound || entity[last - 1] != 0 ||
            (words.at(last) == "-" && words.glued(last))) {
            ++i;
            continue;
        }
        cutter.cut(nominal);
        found.push_back(nominal);
        i = last;
    }
    return found;
}

}  // namespace synoptic
