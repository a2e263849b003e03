// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/coded_event.hpp"
#include "core/document.hpp"
#include "core/situation.hpp"

namespace synoptic {

/// What a user corrects by hand; the manual page of `read` shows the file it comes from. Each entry knows the line it begins in.
struct Corrections {
    struct Names {
        std::uint32_t line = 0;
        std::vector<std::string> names{};  ///< at least two, without titles
    };
    struct Place {
        std::uint32_t line = 0;
        std::string words{};  ///< that stand in the sentence or quotation meant
        std::string value{};  ///< not_event: a PLOVER type or empty; wrong_speaker: a name or empty; hide: a kind of finding
    };
    std::vector<Names> same_actor{};
    std::vector<Names> not_same{};
    std::vector<Place> not_event{};
    std::vector<Place> wrong_speaker{};
    std::vector<Place> hide{};

    [[nodiscard]] std::vector<std::uint32_t> lines() const;  ///< of all entries, ascending
};

/// Reads the TOML text of a corrections file. Throws Failure "PATH:LINE: what is wrong" for the first fault: bad TOML, a table or key
/// that means nothing, a value missing or of another kind. An empty text gives no corrections.
Corrections parse_corrections(std::string_view toml, std::string_view path);

/// The corrections as the building of one story asks for them. Remembers which of them had something to correct. For one thread.
class CorrectionsInUse {
public:
    explicit CorrectionsInUse(const Corrections& corrections) : corrections_(corrections) {}

    /// The names listed with this one as the same actor, the one to be shown first; nothing where the name is not listed. Names are
    /// compared without case, accents, full stops and a leading "the".
    [[nodiscard]] const Corrections::Names* same_as(std::string_view name) const;
    /// Whether two names were said to be of two actors.
    [[nodiscard]] bool apart(std::string_view a, std::string_view b);
    [[nodiscard]] bool any_apart() const { return !corrections_.not_same.empty(); }
    /// Whether a coded event was said to be none.
    [[nodiscard]] bool no_event(const Document& document, const CodedEvent& event);
    /// Who was said to speak in a quotation, "" for nobody known; nothing where no correction is of it.
    [[nodiscard]] std::optional<std::string_view> speaker(std::string_view quotation);
    /// Whether a conflict, claim, event, position, quote ... with one of these texts is to be hidden.
    [[nodiscard]] bool hidden(std::string_view kind, const std::vector<std::string_view>& texts);
    [[nodiscard]] bool hides(std::string_view kind) const;

    void used(std::uint32_t line) { used_.insert(line); }
    /// The lines of the corrections that had something to correct, ascending.
    [[nodiscard]] std::vector<std::uint32_t> lines_used() const { return {used_.begin(), used_.end()}; }

private:
    const Corrections& corrections_;
    std::set<std::uint32_t> used_;
};

}  // namespace synoptic
