// SPDX-License-Identifier: Apache-2.0
#include "clean/language_id.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace synoptic {

std::string identify_language(std::string_view text) {
    constexpr std::size_t sample = 1000;
    std::string_view part = text;
    if (part.size() > sample) {
        part = part.substr(0, sample);
        while (!part.empty() && (static_cast<unsigned char>(part.back()) & 0xC0U) == 0x80U) {
            part.remove_suffix(1);
        }
        if (!part.empty() && static_cast<unsigned char>(part.back()) >= 0xC0U) {
            part.remove_suffix(1);
        }
    }
    bool reliable = false;
    const CLD2::Language language = CLD2::DetectLanguage(part.data(), static_cast<int>(part.size()), true, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) {
        return "und";
    }
    const std::string code = CLD2::LanguageCode(language);
    return code == "un" ? "und" : code == "iw" ? "he" : code;
}

}  // namespace synoptic
