// SPDX-License-Identifier: Apache-2.0
#include "coding/frames.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/failure.hpp"
#include "core/text.hpp"

namespace synoptic {
namespace {

constexpr std::array<std::string_view, 16> plover_types = {"AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
                                                           "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
                                                           "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};

struct Modes {
    std::string_view type;
    std::string_view modes;  ///< separated by spaces
};

/// The modes of the PLOVER types that have any.
constexpr std::array<Modes, 11> plover_modes = {
    {{"CONSULT", "visit third-party multilateral phone"},
     {"RETREAT", "withdraw release return disarm ceasefire access resign"},
     {"REQUEST", "assist change yield meet"},
     {"ACCUSE", "disapprove investigate allege"},
     {"REJECT", "assist change yield meet"},
     {"THREATEN", "restrict ban arrest relations territory violence"},
     {"PROTEST", "demo riot strike hunger boycott obstruct"},
     {"SANCTION", "convict expel withdraw discontinue"},
     {"MOBILIZE", "troops weapons police militia"},
     {"COERCE", "seize restrict ban censor curfew martial-law arrest deport withhold misinform"},
     {"ASSAULT",
      "abduct beat torture execute sexual assassinate primitive firearms explosives suicide-attack heavy-weapons crowd-control aerial "
      "unconventional"}}};

bool has_mode(std::string_view type, std::string_view mode) {
    const auto* const found = std::ranges::find(plover_modes, type, &Modes::type);
    if (found == plover_modes.end()) {
        return false;
    }
    const std::vector<std::string_view> modes = split(found->modes, ' ');
    return std::ranges::find(modes, mode) != modes.end();
}

/// Reads one line; what is wrong with it is thrown as plain text for Frames::parse to complete.
class FrameLine {
public:
    FrameLine(std::string_view line, WordClasses& lexicon) : lexicon_(lexicon) {
        for (const std::string_view cell : split(line, ' ')) {
            if (!trim(cell).empty()) {
                cells_.push_back(trim(cell));
            }
        }
    }

    Frame frame;
    std::vector<std::tuple<HeadKind, WordId, WordId>> heads;

    void read() {
        if (cells_.size() < 4) {
            throw Failure("expected an id, a type, a CAMEO code and at least one of v=, n=, j=");
        }
        frame.id = cells_[0];
        read_type(cells_[1], frame.type, frame.mode);
        read_code(cells_[2], frame.cameo);
        for (std::size_t i = 3; i < cells_.size(); ++i) {
            read_cell(cells_[i]);
        }
        if (heads.empty()) {
            throw Failure("no head: one of v=, n=, j= must be there");
        }
        if (frame.source.empty() && !source_stated_) {
            frame.source = {lexicon_.add("subj")};
        }
        if (frame.target.empty() && !target_stated_) {
            frame.target = {lexicon_.add("obj")};
        }
    }

private:
    void read_type(std::string_view cell, std::string& type, std::string& mode) {
        if (cell == "x") {
            frame.blocked = true;
            return;
        }
        if (cell == "-") {
            return;
        }
        const std::size_t dash = cell.find('-');
        type = cell.substr(0, dash);
        mode = dash == std::string_view::npos ? std::string_view{} : cell.substr(dash + 1);
        if (std::ranges::find(plover_types, type) == plover_types.end()) {
            throw Failure(fmt::format("'{}' is no PLOVER type", type));
        }
        if (!mode.empty() && !has_mode(type, mode)) {
            throw Failure(fmt::format("'{}' is no mode of {}", mode, type));
        }
    }

    static void read_code(std::string_view cell, std::string& code) {
        if (cell == "-") {
            return;
        }
        if (cell.size() < 2 || cell.size() > 4 || !std::ranges::all_of(cell, is_ascii_digit)) {
            throw Failure(fmt::format("'{}' is no CAMEO code of two to four digits", cell));
        }
        code = cell;
    }

    void read_cell(std::string_view cell) {
        const std::size_t equals = cell.find('=');
        if (equals == std::string_view::npos) {
            return read_flag(cell);
        }
        const std::string_view name = cell.substr(0, equals);
        const std::string_view value = cell.substr(equals + 1);
        if (name.empty() || value.empty()) {
            throw Failure(fmt::format("'{}' needs a name and a value", cell));
        }
        if (name == "v" || name == "n" || name == "j") {
            read_heads(name == "v" ? HeadKind::verb : name == "n" ? HeadKind::noun : HeadKind::adjective, value);
        } else if (name == "src") {
            source_stated_ = true;
            read_roles(value, frame.source);
        } else if (name == "tgt") {
            target_stated_ = true;
            read_roles(value, frame.target);
        } else if (name == "not") {
            const std::size_t colon = value.find(':');
            std::string mode;
            read_type(value.substr(0, colon), frame.negated_type, mode);
            if (colon != std::string_view::npos) {
                read_code(value.substr(colon + 1), frame.negated_cameo);
            }
        } else {
            read_condition(name, value);
        }
    }

    void read_flag(std::string_view flag) {
        if (flag == "reciprocal") {
            frame.reciprocal = true;
        } else if (flag == "open") {
            frame.open = true;
        } else if (flag == "no_purpose") {
            frame.no_purpose = true;
        } else if (flag == "only_negated") {
            frame.only_negated = true;
        } else if (flag == "needs_target") {
            frame.needs_target = true;
        } else if (flag == "needs_source") {
            frame.needs_source = true;
        } else if (flag == "planned") {
            frame.status = Status::planned;
        } else if (flag == "called-for") {
            frame.status = Status::called_for;
        } else if (flag == "hypothetical") {
            frame.status = Status::hypothetical;
        } else if (flag == "denied") {
            frame.status = Status::denied;
        } else {
            throw Failure(fmt::format("'{}' is neither a flag nor name=value", flag));
        }
    }

    void read_heads(HeadKind kind, std::string_view value) {
        for (const std::string_view lemma : split(value, ',')) {
            if (lemma.empty()) {
                throw Failure("an empty head");
            }
            const std::size_t mark = kind == HeadKind::verb ? lemma.find('_') : std::string_view::npos;
            const WordId word = lexicon_.add(lemma.substr(0, mark));
            heads.emplace_back(kind, word, mark == std::string_view::npos ? no_word : lexicon_.add(lemma.substr(mark + 1)));
        }
    }

    void read_roles(std::string_view value, std::vector<WordId>& roles) {
        if (value == "-") {
            return;
        }
        for (const std::string_view role : split(value, ',')) {
            roles.push_back(lexicon_.add(role));
        }
    }

    void read_condition(std::string_view name, std::string_view value) {
        Condition condition;
        if (name.ends_with(".mod")) {
            condition.of_modifier = true;
            name.remove_suffix(4);
        }
        read_roles(name, condition.roles);
        if (value == "*" || value == "-") {
            condition.kind = value == "*" ? Condition::Kind::present : Condition::Kind::absent;
            frame.conditions.push_back(std::move(condition));
            return;
        }
        condition.kind = Condition::Kind::one_of;
        for (const std::string_view word : split(value, ',')) {
            if (word == "%actor") {
                condition.want_actor = true;
            } else if (word.starts_with('@')) {
                const int bit = lexicon_.find_class(word.substr(1));
                if (bit < 0) {
                    throw Failure(fmt::format("class {} is not defined", word));
                }
                condition.classes.set(static_cast<std::size_t>(bit));
            } else {
                condition.words.push_back(lexicon_.add(word));
            }
        }
        std::ranges::sort(condition.words);
        frame.conditions.push_back(std::move(condition));
    }

    WordClasses& lexicon_;
    std::vector<std::string_view> cells_;
    bool source_stated_ = false;
    bool target_stated_ = false;
};

/// How much a frame asks for: a filler of a given kind counts more than a filler of any kind.
int strictness(const Frame& frame) {
    int points = frame.only_negated ? 8 : 0;
    const bool happening =
        frame.type.empty() && frame.cameo.empty() && !frame.blocked;  // goes behind an event with a type that asks for as much
    for (const Condition& each : frame.conditions) {
        if (happening && each.kind != Condition::Kind::one_of) {
            continue;
        }
        const bool by_word = !each.words.empty() && each.classes.none() && !each.want_actor;
        points += each.kind != Condition::Kind::one_of ? 1 : by_word ? 5 : each.want_actor && each.classes.none() ? 3 : 4;
    }
    return happening ? points - 1 : points;
}

}  // namespace

void Frames::parse(std::string_view name, std::string_view bytes, WordClasses& lexicon) {
    std::uint32_t number = 0;
    for (const std::string_view raw : split(bytes, '\n')) {
        ++number;
        const std::string_view line = trim(raw);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        FrameLine reader(line, lexicon);
        try {
            reader.read();
            if (!ids_.insert(reader.frame.id).second) {
                throw Failure(fmt::format("'{}' is the id of another frame", reader.frame.id));
            }
        } catch (const Failure& failure) {
            throw Failure(fmt::format("{}, line {}: {}", name, number, failure.what()));
        }
        const auto index = static_cast<std::uint32_t>(frames_.size());
        frames_.push_back(std::move(reader.frame));
        for (const auto& [kind, lemma, particle] : reader.heads) {
            by_head_[key(kind, lemma, particle)].push_back(index);
            known_heads_.insert(key(kind, lemma, no_word));
        }
    }
}

void Frames::finish() {
    for (auto& [head, indices] : by_head_) {
        std::ranges::stable_sort(indices, std::ranges::greater{}, [&](std::uint32_t i) { return strictness(frames_[i]); });
    }
}

std::span<const std::uint32_t> Frames::of(HeadKind kind, WordId lemma, WordId particle) const {
    const auto found = by_head_.find(key(kind, lemma, particle));
    return found == by_head_.end() ? std::span<const std::uint32_t>{} : std::span<const std::uint32_t>(found->second);
}

}  // namespace synoptic
