// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/names_lexicon.hpp"

namespace synoptic {

/// For and against each kind of name, by EntityKind.
class Evidence {
public:
    void add(EntityKind kind, double weight) { weights_[static_cast<std::size_t>(kind)] += weight; }
    void add(const Evidence& other, double share = 1.0);
    [[nodiscard]] double of(EntityKind kind) const { return weights_[static_cast<std::size_t>(kind)]; }
    /// The kind with most for it; `other` where no kind reaches `least`.
    [[nodiscard]] EntityKind best(double least) const;

private:
    std::array<double, 8> weights_{};
};

/// A run of capitalised words that may be a name, title and role taken off.
struct Candidate {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    const KnownName* known = nullptr;
    bool unsure = false;  ///< it opens a sentence, so its capital says nothing
    bool weak = false;    ///< unsure, and the tagger takes it for a common word
    Evidence prior;       ///< what its own words and its title say
};

/// The candidates of a document in order of position. Linear in the number of tokens.
std::vector<Candidate> find_candidates(const Words& words, const Lexicon& lexicon);

/// "de", "van", "bin" and other small words inside names of persons.
bool is_name_particle(std::string_view token);

}  // namespace synoptic
