// SPDX-License-Identifier: Apache-2.0
#include "read/json_line.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "core/utf8.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::json;

/// Keeps the texts and numbers of the outermost object by key; lists of texts or of named objects are joined with ", ". Of an object as
/// value, its texts are kept as "key.inner"; those of lists in "body", however deep, as "body.lines" with an empty line between: so a body
/// of sections with headlines and paragraphs (fundus) becomes one text.
class TopLevelFields final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t value) override { return keep_number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return keep_number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& text) override { return keep_number(text); }
    bool binary(binary_t&) override { return true; }

    bool string(string_t& value) override {
        if (!in_list_ && depth_ == 2 && inner_key_ != "name") {
            fields.try_emplace(key_ + '.' + inner_key_, value);
            return true;
        }
        if (!in_list_ && depth_ > 2) {
            if (key_ != "body") {
                return true;
            }
            std::string& lines = fields["body.lines"];
            lines += lines.empty() ? "" : "\n\n";
            lines += value;
            return true;
        }
        const bool in_list = depth_ == 2 && in_list_;
        const bool named = depth_ == (in_list_ ? 3 : 2) && inner_key_ == "name";
        if (depth_ == 1 || in_list || named) {
            std::string& kept = fields[key_];
            if (kept.empty()) {
                kept = std::move(value);
            } else if (in_list || named) {
                kept += ", ";
                kept += value;
            }
        }
        return true;
    }

    bool start_object(std::size_t) override {
        if (depth_++ == 0) {
            is_object = true;
        }
        inner_key_.clear();
        return true;
    }
    bool key(string_t& value) override {
        (depth_ == 1 ? key_ : inner_key_) = std::move(value);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override {
        if (++depth_ == 2) {
            in_list_ = true;
        }
        return depth_ > 1;
    }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        error_position = position;
        return false;
    }

    std::map<std::string, std::string, std::less<>> fields;
    std::size_t error_position = 0;
    bool is_object = false;

private:
    bool keep_number(std::string text) {
        if (depth_ == 1) {
            fields.try_emplace(key_, std::move(text));
        }
        return true;
    }
    bool close() {
        if (--depth_ == 1) {
            in_list_ = false;
        }
        inner_key_.clear();
        return true;
    }

    int depth_ = 0;
    bool in_list_ = false;
    std::string key_;
    std::string inner_key_;
};

bool is_hex4(std::string_view text) {
    return text.size() >= 4 && std::ranges::all_of(text.substr(0, 4), [](char c) {
               return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

/// Escapes of half a surrogate pair, which some writers leave where they cut a text, become \ufffd.
std::string repair_surrogates(std::string_view line) {
    std::string repaired(line);
    const auto kind = [&](std::size_t at) {  // 'h' a high half stands at `at`, 'l' a low one, 0 neither
        if (at + 6 > repaired.size() || repaired[at] != '\\' || repaired[at + 1] != 'u' ||
            !is_hex4(std::string_view(repaired).substr(at + 2))) {
            return '\0';
        }
        const char first = repaired[at + 2];
        const char second = lower_ascii(repaired.substr(at + 3, 1)).front();
        if (first != 'd' && first != 'D') {
            return '\0';
        }
        return second >= 'c' ? 'l' : second >= '8' ? 'h' : '\0';
    };
    for (std::size_t at = 0; at < repaired.size(); ++at) {
        if (repaired[at] != '\\') {
            continue;
        }
        const char half = kind(at);
        if (half == 'h' && kind(at + 6) == 'l') {
            at += 11;
        } else if (half != '\0') {
            repaired.replace(at, 6, "\\ufffd");
            at += 5;
        } else {
            ++at;
        }
    }
    return repaired;
}

}  // namespace

Result<Page> parse_json_page(std::string_view line) {
    std::string repaired;
    std::size_t broken_sequences = 0;
    if (!is_valid_utf8(line)) {
        broken_sequences = count_broken_utf8(line);
        repaired = repair_utf8(line);
        line = repaired;
    }
    TopLevelFields found;
    if (!Json::sax_parse(line, &found)) {
        if (found.error_position != 0) {
            repaired = repair_surrogates(line);
            TopLevelFields again;
            const bool parsed = Json::sax_parse(repaired, &again);
            if (!parsed) {
                return Error{"is no JSON: it breaks off or goes wrong at byte " + std::to_string(found.error_position)};
            }
            found = std::move(again);
        }
    }
    if (!found.is_object) {
        return Error{"is JSON, but no object"};
    }
    const auto take = [&](std::initializer_list<std::string_view> keys) -> std::string {
        for (const std::string_view key : keys) {
            const auto at = found.fields.find(key);
            if (at != found.fields.end() && !trim(at->second).empty()) {
                return std::move(at->second);
            }
        }
        return {};
    };
    Page page;
    page.broken_sequences = broken_sequences;
    page.kind = PageKind::article;
    page.bytes = take({"text", "maintext", "plaintext", "raw_text", "articleBody", "article_text", "content", "body", "body.lines"});
    if (page.bytes.empty()) {
        page.kind = PageKind::html;
        page.bytes = take({"html", "raw_html", "html.content"});
    }
    if (page.bytes.empty()) {
        return Error{"has no text: neither the key text nor html is there"};
    }
    page.stated.title = take({"title", "headline"});
    page.stated.date = take({"date", "date_publish", "published", "publish_date", "publishing_date", "date_published", "pubDate",
                             "timestamp", "doc_date", "ref"});
    std::string source = take({"source"});
    const bool is_address =
        source.starts_with("http://") || source.starts_with("https://");  // trafilatura's "source" is the page's address
    page.stated.publisher = is_address ? std::string{} : std::move(source);
    if (page.stated.publisher.empty()) {
        page.stated.publisher = take({"sitename", "meta_site_name", "publisher", "publisher.name", "source.name", "source_name",
                                      "source_domain", "html.source_info", "outlet", "hostname", "source-hostname"});
    }
    page.stated.author = take({"author", "authors", "author.name", "byline"});
    page.stated.id = take({"id", "fingerprint", "uid"});
    page.url = take({"url", "link", "canonical_link", "canonical_url", "html.responded_url", "html.requested_url"});
    if (page.url.empty()) {
        page.url = is_address ? std::move(source) : take({"source_url"});
    }
    if (page.kind == PageKind::html) {
        page.stated.charset = "utf-8";
    }
    return page;
}

}  // namespace synoptic
