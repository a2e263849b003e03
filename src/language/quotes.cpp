// SPDX-License-Identifier: Apache-2.0
#include "language/quotes.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

#include "core/text.hpp"
#include "language/quotes_indirect.hpp"
#include "language/quotes_marks.hpp"
#include "language/quotes_speakers.hpp"

namespace synoptic {

struct QuoteFinder::Tables {
    CueTable cues;
};

QuoteFinder::QuoteFinder() : tables_(std::make_unique<const Tables>()) {}
QuoteFinder::~QuoteFinder() = default;
QuoteFinder::QuoteFinder(QuoteFinder&&) noexcept = default;
QuoteFinder& QuoteFinder::operator=(QuoteFinder&&) noexcept = default;

namespace {

bool in_list(std::string_view word, std::initializer_list<std::string_view> list) { return std::ranges::find(list, word) != list.end(); }

/// A quoted stretch and what its shape says.
struct Stretch {
    Quoted quoted;
    std::uint32_t first = 0;  ///< tokens of the content [first, last)
    std::uint32_t last = 0;
    std::uint32_t words = 0;
    std::uint32_t block = 0;
    bool capital = false;     ///< begins with a capital
    bool ended = false;       ///< ends with . ? ! , or an ellipsis
    bool title_case = false;  ///< every long word has a capital
};

class Finder {
public:
    Finder(Document& document, const Words& words, const CueTable& cues)
        : document_(document), analysis_(document.analysis), words_(words), cues_(cues), in_quote_(words.size(), false) {
        for (const Quoted& quoted : find_quoted(document)) {
            add_stretch(quoted);
        }
    }

    void find() {
        const SpeakerSearch search(words_, cues_, in_quote_);
        std::vector<bool> used_cue(words_.size(), false);
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            attribute(search, i, used_cue);
        }
        find_indirect(words_, cues_, search, in_quote_, used_cue, analysis_.quotes);
        std::ranges::stable_sort(analysis_.quotes, [](const Quote& a, const Quote& b) { return a.span < b.span; });
    }

private:
    void add_stretch(const Quoted& quoted) {
        Stretch stretch{.quoted = quoted};
        stretch.first = analysis_.token_at(quoted.content.begin);
        stretch.last = stretch.first;
        bool lower_long = false;
        std::uint32_t long_words = 0;
        while (stretch.last < words_.size() && words_.token(stretch.last).begin < quoted.content.end) {
            const std::uint32_t i = stretch.last++;
            in_quote_[i] = true;
            if (words_.is_word(i) && !is_apostrophe(words_.at(i))) {
                ++stretch.words;
                if (words_.at(i).size() > 3) {
                    ++long_words;
                    lower_long = lower_long || !words_.capital(i);
                }
            }
        }
        if (stretch.first >= stretch.last) {
            return;
        }
        stretch.title_case = !lower_long && long_words > 0;
        stretch.capital = words_.capital(stretch.first) || !words_.is_word(stretch.first);
        const std::string_view content = trim(quoted.content.in(document_.text));
        stretch.ended = !quoted.closed || content.ends_with('.') || content.ends_with(',') || content.ends_with('?') ||
                        content.ends_with('!') || content.ends_with("\u2026") || content.ends_with("\u2014") || content.ends_with('-');
        stretch.block = block_of(quoted.span.begin);
        stretches_.push_back(stretch);
    }

    [[nodiscard]] std::uint32_t block_of(std::uint32_t at) {
        while (block_ + 1 < document_.blocks.size() && document_.blocks[block_ + 1].span.begin <= at) {
            ++block_;
        }
        return block_;
    }

    /// The token before the opening mark; -1 if the stretch opens the document.
    [[nodiscard]] std::int64_t before(const Stretch& s) const {
        auto i = static_cast<std::int64_t>(s.first) - 1;
        while (i >= 0 && words_.token(static_cast<std::uint32_t>(i)).end > s.quoted.span.begin) {
            --i;
        }
        return i;
    }

    /// The first token after the closing mark.
    [[nodiscard]] std::uint32_t after(const Stretch& s) const { return analysis_.token_at(s.quoted.span.end); }

    [[nodiscard]] bool opens_block(const Stretch& s) const {
        return document_.blocks.empty() || trim(Span{document_.blocks[s.block].span.begin, s.quoted.span.begin}.in(document_.text)).empty();
    }

    /// Nothing but the stretch before stands between it and the beginning of its sentence.
    [[nodiscard]] bool opens_sentence(const Stretch& s) const {
        const std::int64_t b = before(s);
        if (b < 0 || opens_block(s)) {
            return true;
        }
        const std::string_view mark = words_.at(b);
        return in_list(mark, {".", "!", "?", "\u2026", ")", "]"}) ||
               words_.sentence(static_cast<std::uint32_t>(b)) != words_.sentence(s.first) || is_double_quote(mark);
    }

    /// Whether a cue may follow: after a comma, ? or !, or where the text goes on in lower case.
    [[nodiscard]] bool cue_may_follow(const Stretch& s) const {
        const std::uint32_t next = after(s);
        if (next >= words_.size() || !s.quoted.closed || block_end(s) <= words_.token(next).begin) {
            return false;
        }
        const std::string_view content = trim(s.quoted.content.in(document_.text));
        return !content.ends_with('.') || !words_.capital(next) || is_dash(words_.at(next)) || words_.at(next) == "\u2015" ||
               words_.at(next) == ",";
    }

    [[nodiscard]] std::uint32_t block_end(const Stretch& s) const {
        return document_.blocks.empty() ? static_cast<std::uint32_t>(document_.text.size()) : document_.blocks[s.block].span.end;
    }

    /// Words that say that the marks hold a name or a title.
    [[nodiscard]] bool is_named_thing(const Stretch& s) const {
        const std::int64_t b = before(s);
        const std::string_view word = words_.lower(words_.at(b) == "," ? b - 1 : b);
        return in_list(word, {"nicknamed", "dubbed",     "titled",    "entitled", "named",    "headlined", "codenamed", "known",
                              "called",    "christened", "so-called", "termed",   "labelled", "labeled",   "film",      "movie",
                              "book",      "song",       "album",     "show",     "series",   "novel",     "article",   "essay",
                              "play",      "word",       "words",     "term",     "phrase",   "slogan",    "hashtag"});
    }

    void push(const Stretch& s, QuoteKind kind, const std::optional<Attribution>& who, std::vector<bool>& used_cue) {
        Quote quote{
            .span = s.quoted.span, .content = s.quoted.content, .kind = kind, .cue = {}, .speaker = {}, .speaker_chain = std::nullopt};
        if (who) {
            quote.cue = who->cue;
            quote.speaker = who->speaker;
            quote.speaker_chain = who->chain;
            if (!who->cue.empty() && who->cue_token < used_cue.size()) {
                used_cue[who->cue_token] = true;
            }
        }
        analysis_.quotes.push_back(quote);
        last_block_ = s.block;
        last_end_ = s.quoted.span.end;
        last_open_ = !s.quoted.closed;
        if (who && kind != QuoteKind::indirect) {
            last_speaker_ = who;
        } else if (!who) {
            last_speaker_.reset();
        }
    }

    void attribute(const SpeakerSearch& search, std::size_t index, std::vector<bool>& used_cue) {
        const Stretch& s = stretches_[index];
        const bool at_sentence = opens_sentence(s);
        const std::int64_t b = before(s);
        const std::string_view mark = words_.at(b);
        const bool heading = opens_block(s) && s.quoted.span.end >= block_end(s);
        if (words_.capital(s.first) && s.title_case && s.words <= 8 && (!s.ended || s.words >= 2) && (!at_sentence || heading)) {
            if (!(s.ended && (mark == ":" || (cue_may_follow(s) && search.after(after(s)))))) {
                return;  // a title, a nickname
            }
        }
        std::optional<Attribution> who;
        if (cue_may_follow(s)) {
            who = search.after(after(s));
            if (who && (at_sentence || s.ended)) {
                push(s, QuoteKind::direct, who, used_cue);
                return;
            }
        }
        const bool led_in = b >= 0 && !at_sentence && (mark == "," || mark == ":");
        if (b >= 0 && !opens_block(s) && !at_sentence) {
            auto lead = search.before(static_cast<std::uint32_t>(b) + 1);
            if (lead && (led_in || words_.lower(b) == "that" || cues_.kind(words_, b) != CueKind::none) && (s.capital || s.words >= 4) &&
                cues_.kind(words_, lead->cue_token) != CueKind::call) {
                push(s, QuoteKind::direct, lead, used_cue);
                return;
            }
        }
        if (at_sentence && (s.ended || s.words >= 6) && s.words >= 2) {
            push(s, QuoteKind::direct, who ? who : inherited(search, s), used_cue);
            return;
        }
        if (is_named_thing(s)) {
            return;
        }
        who = search.in_sentence(b >= 0 ? static_cast<std::uint32_t>(b) + 1 : s.first);
        const bool naming = who && cues_.kind(words_, who->cue_token) == CueKind::call;
        if (!who && s.words >= 3 && follows_quote(s)) {
            who = last_speaker_;
        }
        if (who && (s.words >= 2 || (naming && !s.capital))) {
            push(s, s.words >= 8 && s.ended && s.capital ? QuoteKind::direct : QuoteKind::mixed, who, used_cue);
        }
    }

    /// Whether only a few words stand between the quotation before and this one, in one block.
    [[nodiscard]] bool follows_quote(const Stretch& s) const {
        return last_speaker_ && last_block_ == s.block && !analysis_.quotes.empty();
    }

    /// The speaker of a quotation that stands alone: of the piece before in its paragraph, of the speech that runs on from the paragraph
    /// before, or whoever the sentence before is about.
    [[nodiscard]] std::optional<Attribution> inherited(const SpeakerSearch& search, const Stretch& s) const {
        if (last_open_ && last_block_ + 1 == s.block && opens_block(s)) {
            return without_cue(last_speaker_);
        }
        if (follows_quote(s) && words_.sentence(s.first) <= words_.sentence(analysis_.token_at(last_end_ > 0 ? last_end_ - 1 : 0)) + 1) {
            return without_cue(last_speaker_);
        }
        if (!opens_block(s)) {
            const std::int64_t b = before(s);
            if (b >= 0) {
                if (auto topic = search.topic(words_.sentence(static_cast<std::uint32_t>(b)))) {
                    return topic;
                }
            }
            return follows_quote(s) ? without_cue(last_speaker_) : std::nullopt;
        }
        // a paragraph of its own: the sentence before, if it ends with a colon or has no quotation, names the speaker
        const std::int64_t b = before(s);
        if (b >= 0 && s.block == block_before(s) + 1 && words_.at(b) == ":") {
            return search.topic(words_.sentence(static_cast<std::uint32_t>(b)));
        }
        if (last_speaker_ && last_block_ + 1 == s.block) {
            return without_cue(last_speaker_);
        }
        return b >= 0 ? search.topic(words_.sentence(static_cast<std::uint32_t>(b))) : std::nullopt;
    }

    [[nodiscard]] std::uint32_t block_before(const Stretch& s) const { return s.block == 0 ? 0 : s.block - 1; }

    static std::optional<Attribution> without_cue(std::optional<Attribution> who) {
        if (who) {
            who->cue = {};
        }
        return who;
    }

    Document& document_;
    Analysis& analysis_;
    const Words& words_;
    const CueTable& cues_;
    std::vector<bool> in_quote_;
    std::vector<Stretch> stretches_;
    std::uint32_t block_ = 0;
    std::optional<Attribution> last_speaker_;
    std::uint32_t last_block_ = 0;
    std::uint32_t last_end_ = 0;
    bool last_open_ = false;
};

}  // namespace

void QuoteFinder::find(Document& document) const {
    document.analysis.quotes.clear();
    const Words words(document);
    Finder(document, words, tables_->cues).find();
}

std::vector<Quote> join_pieces(const Document& document) {
    constexpr std::uint32_t widest_gap = 160;  // bytes of "he said" and the like between two pieces
    std::vector<Quote> joined;
    std::size_t last_direct = 0;
    for (const Quote& quote : document.analysis.quotes) {
        if (quote.kind == QuoteKind::direct && !joined.empty() && last_direct < joined.size() &&
            joined[last_direct].kind == QuoteKind::direct) {
            Quote& before = joined[last_direct];
            const std::uint32_t from = before.span.end;
            const bool near = quote.span.begin >= from && quote.span.begin - from <= widest_gap;
            const bool one_block = near && Span{from, quote.span.begin}.in(document.text).find('\n') == std::string_view::npos;
            const bool one_speaker =
                quote.speaker == before.speaker || (quote.speaker_chain && quote.speaker_chain == before.speaker_chain);
            const bool one_cue = quote.cue.empty() || before.cue.empty() || quote.cue == before.cue;
            const Span gap{from, quote.span.begin};
            if (one_block && one_speaker && one_cue && !quote.speaker.empty() &&
                (gap.covers(before.speaker) || gap.size() <= 2 || before.cue == quote.cue)) {
                before.span.end = quote.span.end;
                before.content.end = quote.content.end;
                continue;
            }
        }
        if (quote.kind == QuoteKind::direct) {
            last_direct = joined.size();
        }
        joined.push_back(quote);
    }
    return joined;
}

}  // namespace synoptic
