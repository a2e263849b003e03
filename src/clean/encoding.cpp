// SPDX-License-Identifier: Apache-2.0
#include "clean/encoding.hpp"

#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "core/text.hpp"
#include "core/utf8.hpp"

namespace synoptic {

namespace {

constexpr std::size_t meta_head = 4096;
constexpr std::size_t guess_sample = 1U << 16U;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// The names that the web uses for more than they say (encoding.spec.whatwg.org).
std::string web_name(std::string_view charset) {
    std::string name = lower_ascii(trim(charset));
    if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "ascii" || name == "us-ascii" || name == "iso8859-1") {
        return "windows-1252";
    }
    if (name == "iso-8859-9") {
        return "windows-1254";
    }
    if (name == "gb2312" || name == "gbk") {
        return "gb18030";
    }
    if (name == "shift_jis" || name == "shift-jis" || name == "sjis" || name == "x-sjis") {
        return "windows-31j";
    }
    if (name == "ks_c_5601-1987" || name == "euc-kr") {
        return "windows-949";
    }
    return name;
}

bool is_utf8_name(std::string_view name) { return name == "utf-8" || name == "utf8"; }

std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
    UErrorCode problem = U_ZERO_ERROR;
    const Converter from(ucnv_open(charset.c_str(), &problem));
    const Converter to(ucnv_open("UTF-8", &problem));
    if (U_FAILURE(problem)) {
        return std::nullopt;
    }
    std::string text;
    text.resize(bytes.size() + bytes.size() / 2 + 64);
    const char* source = bytes.data();
    const char* const source_end = bytes.data() + bytes.size();
    std::size_t done = 0;
    std::string pivot_bytes(sizeof(UChar) * 4096, '\0');
    auto* pivot = reinterpret_cast<UChar*>(pivot_bytes.data());
    UChar* pivot_source = pivot;
    UChar* pivot_target = pivot;
    UBool reset = 1;
    for (;;) {
        problem = U_ZERO_ERROR;
        char* target = text.data() + done;
        ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source, source_end, pivot, &pivot_source, &pivot_target,
                       pivot + 4096, reset, 1, &problem);
        reset = 0;
        done = static_cast<std::size_t>(target - text.data());
        if (problem != U_BUFFER_OVERFLOW_ERROR) {
            break;
        }
        text.resize(text.size() * 2);
    }
    if (U_FAILURE(problem)) {
        return std::nullopt;
    }
    text.resize(done);
    return text;
}

std::string guess(std::string_view bytes) {
    struct Delete {
        void operator()(uchardet_t detector) const { uchardet_delete(detector); }
    };
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, Delete> detector(uchardet_new());
    uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), guess_sample));
    uchardet_data_end(detector.get());
    return web_name(uchardet_get_charset(detector.get()));
}

/// How the bytes beyond ASCII look: in well-formed UTF-8 sequences; ill-formed, of the kind that stands where UTF-8 was cut or spoilt;
/// other.
struct HighBytes {
    std::size_t good = 0;
    std::size_t spoilt = 0;
    std::size_t foreign = 0;
};

HighBytes count_high_bytes(std::string_view bytes) {
    HighBytes count;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead >= 0xC2 && at + length <= bytes.size() && is_valid_utf8(bytes.substr(at, length))) {
            ++count.good;
            at += length;
            continue;
        }
        // "\xE2\x80" and "\xE2\x82" begin UTF-8's quotation marks, dashes and the euro; in Latin charsets they make no sense
        const bool cut_mark = lead == 0xE2 && at + 1 < bytes.size() && (bytes[at + 1] == '\x80' || bytes[at + 1] == '\x82');
        if (cut_mark) {
            ++count.spoilt;
            at += 2;
            continue;
        }
        // 0xC2 and 0xC3 lead most of UTF-8's letters and are rare ones in Latin charsets, as are the last two
        ++(lead == 0xC2 || lead == 0xC3 || lead >= 0xFE ? count.spoilt : count.foreign);
        ++at;
    }
    return count;
}

/// U+0080 to U+009F, which is what Latin charsets make of bytes that are none of theirs.
bool has_controls(std::string_view text) {
    for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) {
            return true;
        }
    }
    return false;
}

Decoded repaired(std::string_view bytes) {
    return {.converted = repair_utf8(bytes), .given = {}, .same_bytes = false, .broken_sequences = count_broken_utf8(bytes)};
}

/// `text` is what a converter made of a page; it puts U+FFFD where the charset has nothing.
Decoded converted(std::string text) {
    constexpr std::string_view replacement = "\uFFFD";
    Decoded page{
        .converted = is_valid_utf8(text) ? std::move(text) : repair_utf8(text), .given = {}, .same_bytes = false, .broken_sequences = 0};
    for (std::size_t at = page.converted.find(replacement); at != std::string::npos;
         at = page.converted.find(replacement, at + replacement.size())) {
        ++page.broken_sequences;
    }
    return page;
}

}  // namespace

std::string_view meta_charset(std::string_view page) {
    page = page.substr(0, meta_head);
    const std::string lower = lower_ascii(page);
    for (std::size_t at = lower.find("<meta"); at != std::string::npos; at = lower.find("<meta", at + 1)) {
        const std::size_t end = lower.find('>', at);
        const std::size_t found = lower.find("charset", at);
        if (found == std::string::npos || found > end) {
            continue;
        }
        std::size_t from = found + 7;
        while (from < lower.size() && (is_ascii_space(lower[from]) || lower[from] == '=' || lower[from] == '"' || lower[from] == '\'')) {
            ++from;
        }
        const std::size_t to = lower.find_first_of("\"' ;/>\t\r\n", from);
        if (to != std::string::npos && to > from) {
            return page.substr(from, to - from);
        }
    }
    return {};
}

Decoded decode_page(std::string_view bytes, std::string_view stated) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        if (auto text = convert(bytes, "UTF-16")) {
            return converted(std::move(*text));
        }
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    if (is_valid_utf8(bytes)) {
        return {.converted = {}, .given = bytes, .same_bytes = true, .broken_sequences = 0};
    }
    const std::string header = web_name(stated);
    const std::string meta = web_name(meta_charset(bytes));
    const HighBytes high = count_high_bytes(bytes);
    const bool other_stated = (!header.empty() && !is_utf8_name(header)) || (!meta.empty() && !is_utf8_name(meta));
    if (high.good > 4 * (high.spoilt + high.foreign) || (!other_stated && high.spoilt > high.foreign)) {
        return repaired(bytes);
    }
    for (const std::string& name : {header, meta, guess(bytes), std::string("windows-1252")}) {
        if (name.empty() || is_utf8_name(name) || name.starts_with("utf-16") || name.starts_with("utf-7")) {
            continue;
        }
        if (auto text = convert(bytes, name); text && (other_stated || !has_controls(*text))) {
            return converted(std::move(*text));
        }
    }
    return repaired(bytes);
}

}  // namespace synoptic
