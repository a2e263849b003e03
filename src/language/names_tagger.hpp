// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/names_features.hpp"

namespace synoptic {

/// Labels of the tagger: outside, and the first and the further words of persons, organisations and places (IOB2, Ramshaw and Marcus
/// 1995; Tjong Kim Sang and Veenstra 1999). Countries are places here.
enum class NameLabel : std::uint8_t { outside, begin_person, in_person, begin_organization, in_organization, begin_place, in_place };
constexpr std::size_t name_labels = 7;

/// Whether `next` may follow `label`: a further word only behind a word of the same kind.
bool may_follow(NameLabel label, NameLabel next);

/// Weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features.
struct NameModel {
    NameModel();
    std::vector<std::int8_t> weights;  ///< row after row, name_labels each
    float scale = 1;                   ///< of the weights
    std::array<std::array<float, name_labels>, name_labels> transitions{};

    /// The scores of labels for a token with these rows.
    [[nodiscard]] std::array<float, name_labels> scores(std::span<const std::uint32_t> rows) const;
};

/// The model as a file; see model_file.hpp.
std::string pack(const NameModel& model);
/// Throws Failure where the bytes are no model of this version or were damaged.
NameModel unpack_name_model(std::string_view bytes);

/// A name as the tagger sees it: tokens [first, last), kind person, organization or place.
struct TaggedName {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    EntityKind kind = EntityKind::other;
};

/// The names in the best sequence of labels for each run, in order of position.
std::vector<TaggedName> tag_names(const NameModel& model, const NameFeatures& features);

}  // namespace synoptic
