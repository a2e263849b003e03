// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.hpp"

namespace synoptic {

/// A number with what it counts or measures, brought to one unit, as the interval that its wording leaves open.
///
///     "nearly five hours"            =>  duration, minutes [255, 300]
///     "between 60 and 80 ships"      =>  count of ships [60, 80]
///     "$90 million"                  =>  money, dollars [9e7, 9e7]
///     "one train in five"            =>  share of trains, percent [20, 20]
struct Quantity {
    std::uint32_t sentence = 0;
    std::uint32_t first = 0;  ///< tokens [first, last), approximator and unit included
    std::uint32_t last = 0;
    std::uint32_t head = 0;  ///< token of the unit or the counted noun; the number itself if there is none
    double value = 0;        ///< as written, in the unit below
    double low = 0;
    double high = 0;
    std::string measure{};  ///< "count" or a measure of data/situation_units.tsv
    std::string unit{};     ///< the unit it was brought to; the lemma of the counted noun; empty if nothing follows
    std::string per{};      ///< "day" in "35 million marks a day"; empty for no rate
    bool hedged = false;    ///< an approximator or a range stands with it
    bool part = false;      ///< "one in five", "half of": a share told as a fraction
};

/// Whether one number can stand for both: the intervals meet, with room for rounding.
bool agree(const Quantity& a, const Quantity& b);

class QuantityReader {
public:
    QuantityReader();
    /// All quantities of a document, in order; numbers inside dates and times of day are none. A bare year is none.
    [[nodiscard]] std::vector<Quantity> read(const Document& document) const;

private:
    struct Unit {
        std::string measure;
        std::string unit;
        double factor;
    };
    struct Approximator {
        double least;
        double most;
    };
    friend class QuantityScan;
    std::map<std::string, Unit, std::less<>> units_;
    std::map<std::string, Approximator, std::less<>> approximators_;
};

}  // namespace synoptic
