// SPDX-License-Identifier: Apache-2.0
#include "coding/status_free.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace synoptic {
namespace {

struct Codes {
    std::string_view type;
    std::string_view planned;
    std::string_view called_for;
};

/// CAMEO 03 (intends to cooperate), 13 (threatens) and 10 (demands), by what is intended, threatened or demanded.
constexpr std::array<Codes, 11> codes = {{{"CONSULT", "036", "106"},
                                          {"COOPERATE", "031", "101"},
                                          {"SUPPORT", "030", "100"},
                                          {"AID", "033", "103"},
                                          {"CONCEDE", "035", "105"},
                                          {"RETREAT", "035", "105"},
                                          {"PROTEST", "133", "100"},
                                          {"SANCTION", "131", "100"},
                                          {"MOBILIZE", "138", "100"},
                                          {"COERCE", "130", "100"},
                                          {"ASSAULT", "138", "100"}}};

}  // namespace

std::string status_free_code(const CodedEvent& event) {
    if (event.type.empty()) {
        return event.cameo;  // a statement
    }
    const auto* const found = std::ranges::find(codes, std::string_view(event.type), &Codes::type);
    if (found != codes.end() && event.status == Status::planned) {
        return std::string(found->planned);
    }
    if (found != codes.end() && event.status == Status::called_for) {
        return std::string(found->called_for);
    }
    if (found != codes.end() && event.status == Status::hypothetical) {
        return "014";
    }
    if (event.status == Status::denied) {
        return event.said_by.empty() ? std::string{} : "016";  // what did not happen is no event there; its denial is a statement
    }
    return event.cameo;
}

}  // namespace synoptic
