// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace synoptic {

enum class Status : std::uint8_t { happened, planned, called_for, denied, hypothetical };
std::string_view name(Status status);  ///< "called-for"

/// One participant of an event as the sentence names it. A conjunction gives several.
struct Participant {
    Span span;               ///< the whole noun phrase
    std::uint32_t head = 0;  ///< its head token
    std::string code;        ///< "USAGOV", "VAR"; empty where no table or apposition tells
};

/// An event that one sentence reports, not yet compared with any other (see EVENTS in the codebook, data/).
struct CodedEvent {
    std::uint32_t sentence = 0;  ///< index in Analysis::sentences
    std::uint32_t trigger = 0;   ///< token
    Span evidence;               ///< the clause that reports it
    std::string type;            ///< PLOVER type, or empty for a recognised happening without one (travel, announcement, death ...)
    std::string mode;            ///< PLOVER mode or empty
    std::string cameo;           ///< two to four digits or empty
    std::string frame;           ///< id of the frame that fired
    Status status = Status::happened;
    bool reciprocal = false;  ///< A and B met: source and target stand for each other
    std::vector<Participant> source;
    std::vector<Participant> target;
    Span object;                        ///< what it was about ("the toll"), empty if none
    Span place;                         ///< empty if none
    std::optional<std::uint32_t> time;  ///< index in Analysis::times
    std::vector<Participant> said_by;   ///< whom the account has it from, innermost speaker first; empty for the account's own voice
    bool in_quotation = false;
};

}  // namespace synoptic
