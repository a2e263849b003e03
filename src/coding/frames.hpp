// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "coding/word_classes.hpp"
#include "core/coded_event.hpp"

namespace synoptic {

/// What kind of word sets a frame off.
enum class HeadKind : std::uint8_t { verb, noun, adjective };

/// One condition of a frame: what fills a role. Roles are words of the lexicon: "subj", "obj", "iobj",
/// "comp" (a clause), "inf" (a clause with "to"), "pred" (what a predicate says), "mod" (what stands before a noun), "when_day" (a time
/// expression), or a preposition.
struct Condition {
    enum class Kind : std::uint8_t { present, absent, one_of };
    std::vector<WordId> roles;  ///< any of them
    Kind kind = Kind::present;
    bool of_modifier = false;   ///< asks for a modifier of the filler: "obj.mod=military"
    bool want_actor = false;    ///< "%actor": somebody who can act
    std::vector<WordId> words;  ///< sorted
    ClassSet classes;
};

/// A pattern of words and the event it stands for.
struct Frame {
    std::string id;
    std::string type;  ///< PLOVER type; empty for a happening without one
    std::string mode;
    std::string cameo;
    std::string negated_type;  ///< type and CAMEO where the clause is negated ("did not agree" is a REJECT); empty: the event is denied
    std::string negated_cameo;
    std::vector<Condition> conditions;
    std::vector<WordId> source;  ///< roles in order of preference
    std::vector<WordId> target;
    Status status = Status::happened;
    bool blocked = false;  ///< the words mean no event ("strike a balance")
    bool reciprocal = false;
    bool open = false;          ///< what it is about may be an event of its own ("denied that it had attacked")
    bool only_negated = false;  ///< told by a negated clause alone ("will not pay")
    bool no_purpose = false;    ///< not told by "to ..." ("sent money to help the islanders" tells of the money)
    bool needs_target = false;
    bool needs_source = false;
};

/// The frames of data/*.frames. One frame a line; '#' starts a comment line:
///
///     ID TYPE[-mode] CAMEO  v=LEMMAS n=LEMMAS j=LEMMAS  ROLES=VALUES ...  src=ROLES tgt=ROLES  FLAGS
///
///     recall.envoy  SANCTION 161  v=recall,call_back  obj=@envoy        src=subj tgt=from,to,obj
///     meet          CONSULT  040  v=meet n=meeting    obj=%actor        src=subj tgt=obj,with  reciprocal
///
/// LEMMAS and ROLES are separated by commas, "pull_out" is a verb with its particle. VALUES: lemmas, @classes, %actor; `*` anything, `-`
/// nothing. TYPE `-`: a happening without PLOVER type; TYPE `x`: no event at all. CAMEO `-`: none. Without src= and tgt= they are subj and
/// obj. FLAGS: reciprocal, open, no_purpose, needs_target, needs_source, only_negated, planned, called-for, hypothetical, denied,
/// not=TYPE:CAMEO.
class Frames {
public:
    /// Reads frames and adds their words to `lexicon`. Throws Failure "NAME, line N: why" for a line that cannot be read.
    void parse(std::string_view name, std::string_view bytes, WordClasses& lexicon);
    /// Call once after the last parse: the more a frame asks for, the earlier it is tried.
    void finish();

    /// The frames that this word sets off, best first, as indices for `at`.
    [[nodiscard]] std::span<const std::uint32_t> of(HeadKind kind, WordId lemma, WordId particle = no_word) const;
    /// Whether any frame at all has that head, with a particle or without.
    [[nodiscard]] bool has(HeadKind kind, WordId lemma) const { return known_heads_.contains(key(kind, lemma, no_word)); }
    [[nodiscard]] const Frame& at(std::uint32_t index) const { return frames_[index]; }
    [[nodiscard]] std::size_t size() const { return frames_.size(); }
    [[nodiscard]] std::size_t heads() const { return by_head_.size(); }

private:
    static std::uint64_t key(HeadKind kind, WordId lemma, WordId particle) {
        return (static_cast<std::uint64_t>(kind) << 60U) | (static_cast<std::uint64_t>(particle) << 30U) | lemma;
    }
    std::vector<Frame> frames_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_head_;
    std::unordered_set<std::uint64_t> known_heads_;
    std::unordered_set<std::string> ids_;
};

}  // namespace synoptic
