// SPDX-License-Identifier: Apache-2.0
// The WARC file format: ISO 28500, https://iipc.github.io/warc-specifications/
#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "core/text.hpp"
#include "read/http.hpp"
#include "read/readers.hpp"
#include "read/sniff.hpp"

namespace synoptic {

namespace {

constexpr std::size_t longest_header_line = 1U << 16U;
constexpr int most_header_lines = 1000;

bool starts_record(std::string_view line) { return line.starts_with("WARC/1.") || line.starts_with("WARC/0."); }

/// "<urn:uuid:92283950-ef2f-4d72-b224-f54c6ec90bb0>" => "urn:uuid:92283950-ef2f-4d72-b224-f54c6ec90bb0"
std::string_view bare_id(std::string_view id) { return id.starts_with('<') && id.ends_with('>') ? id.substr(1, id.size() - 2) : id; }

class WarcReader final : public Reader {
public:
    WarcReader(std::string path, Input input) : path_(std::move(path)), input_(std::move(input)) {}

    std::optional<std::variant<Page, Reject>> next() override {
        for (;;) {
            pass_empty_lines();
            if (input_.peek(1).empty()) {
                if (input_.error().empty()) {
                    break;
                }
                if (input_.error_offset() != 0) {
                    offset_ = input_.error_offset();
                }
                const bool told = std::exchange(resuming_, true);
                Reject broken = reject(input_.error());
                if (!input_.resume()) {
                    input_ = Input(join({}, nullptr));
                }
                if (told) {
                    continue;
                }
                return broken;
            }
            offset_ = input_.offset();
            if (!starts_record(input_.peek(7))) {
                const Reject broken = reject("is no WARC record");
                pass_to_next_record();
                return broken;
            }
            if (auto item = read_record()) {
                return item;
            }
        }
        if (!any_) {
            any_ = true;
            return Reject{.path = path_, .record = "", .reason = "is a WARC file without pages"};
        }
        return std::nullopt;
    }

private:
    using Item = std::optional<std::variant<Page, Reject>>;

    Reject reject(std::string reason) {
        any_ = true;
        return {.path = path_, .record = fmt::format("offset {}", offset_), .reason = std::move(reason)};
    }

    void pass_empty_lines() {
        while (!input_.peek(1).empty() && (input_.peek(1).front() == '\r' || input_.peek(1).front() == '\n')) {
            input_.take(1);
        }
    }

    /// Goes to the next line that starts a record, the present one left out.
    void pass_to_next_record() {
        std::string line;
        do {
            if (input_.next_line(line, longest_header_line) == Input::Line::end) {
                return;
            }
        } while (!starts_record(input_.peek(7)));
    }

    /// The record at the input's place: its page, a reject, or nothing where it holds no page.
    Item read_record() {
        std::string line;
        input_.next_line(line, longest_header_line);
        HeaderFields headers;
        for (int count = 0;; ++count) {
            const auto outcome = input_.next_line(line, longest_header_line);
            if (outcome == Input::Line::end || outcome == Input::Line::too_long || count > most_header_lines) {
                return broken_header();
            }
            if (line.empty()) {
                break;
            }
            headers.add(line);
        }
        const std::string_view stated = headers.get("content-length");
        std::uint64_t length = 0;
        if (const auto [end, problem] = std::from_chars(stated.data(), stated.data() + stated.size(), length);
            problem != std::errc{} || end != stated.data() + stated.size() || stated.empty()) {
            pass_to_next_record();
            return reject("has no length in its header");
        }
        if (length > longest_record) {
            const bool is_page = headers.get("warc-type") == "response";
            pass_to_next_record();
            return is_page ? Item(reject("is over 32 MB")) : std::nullopt;
        }
        std::string content;
        input_.append(content, length);
        if (!ends_here(content.size() == length)) {
            // the stated length is wrong, or the file was cut: what follows may stand inside
            const std::size_t inside = content.find("\nWARC/1.");
            if (inside != std::string::npos) {
                input_.put_back(std::string_view(content).substr(inside + 1));
            } else if (input_.error().empty() && !starts_record(input_.peek(7))) {
                pass_to_next_record();
            }
            if (!input_.error().empty()) {
                return std::nullopt;  // told by next()
            }
            return reject(content.size() < length ? "is truncated" : "states a wrong length");
        }
        return page_of(headers, std::move(content));
    }

    Item broken_header() {
        if (!input_.error().empty()) {
            return std::nullopt;
        }
        return reject("has a broken header");
    }

    /// Whether the input stands at the end of a record: two line ends, or the end of all.
    bool ends_here(bool complete) {
        const std::string_view after = input_.peek(4);
        if (!complete || !input_.error().empty()) {
            return false;
        }
        return after.empty() || after.starts_with("\r\n") || after.starts_with('\n') || starts_record(input_.peek(7));
    }

    Item page_of(const HeaderFields& headers, std::string content) {
        const std::string type = lower_ascii(headers.get("warc-type"));
        Page page;
        page.path = path_;
        page.record = fmt::format("offset {}", offset_);
        std::string_view url = headers.get("warc-target-uri");
        if (url.starts_with('<') && url.ends_with('>')) {
            url = url.substr(1, url.size() - 2);
        }
        page.url = url;
        page.stated.id = bare_id(headers.get("warc-record-id"));
        page.stated.date = headers.get("warc-date");
        page.stated.date_basis = "warc";
        if (type == "response") {
            auto response = parse_response(content);
            if (!response) {
                return url.starts_with("http") ? Item(reject(response.reason())) : std::nullopt;
            }
            HttpResponse& http = response.value();
            const bool is_html = http.media_type == "text/html" || http.media_type == "application/xhtml+xml" ||
                                 (http.media_type.empty() && looks_like_html(http.body));
            if (!is_html || http.status < 200 || http.status > 299 || trim(http.body).empty()) {
                return std::nullopt;
            }
            page.kind = PageKind::html;
            page.stated.charset = std::move(http.charset);
            page.bytes = std::move(http.body);
        } else if (type == "resource" || type == "conversion") {
            const std::string media = lower_ascii(headers.get("content-type"));
            const bool is_html = media.starts_with("text/html");
            if ((!is_html && !media.starts_with("text/plain")) || trim(content).empty()) {
                return std::nullopt;
            }
            page.kind = is_html ? PageKind::html : PageKind::text;
            page.stated.charset = charset_of(media);
            page.bytes = std::move(content);
        } else {
            return std::nullopt;
        }
        any_ = true;
        resuming_ = false;
        return page;
    }

    std::string path_;
    Input input_;
    std::uint64_t offset_ = 0;
    bool any_ = false;
    bool resuming_ = false;  ///< a broken member was told and nothing read since
};

}  // namespace

std::unique_ptr<Reader> read_warc(std::string path, Input input) { return std::make_unique<WarcReader>(std::move(path), std::move(input)); }

}  // namespace synoptic
