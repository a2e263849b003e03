// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.hpp"
#include "core/document.hpp"

namespace synoptic::articles {

/// A dam gives way, told by the reporter who was there.
constexpr std::string_view dam_by_the_chronicle =
    "The old dam above Ostrava Bridge gave way at twenty past four on Thursday morning, sending a wall of brown water through the lower "
    "town "
    "and carrying off eleven houses.\n\n"
    "Mayor Helena Brandt said 2,300 people had been moved to schools and churches on the Karst hill before the crest arrived. \"We had "
    "forty "
    "minutes,\" she told the Chronicle, \"and we used thirty-nine of them.\"\n\n"
    "Two inspectors from the Rivers Agency had walked along the wall on Tuesday and found wet patches near the eastern sluice. Their "
    "report was "
    "sent to Kolmar, the provincial capital, where it lay unread until Wednesday evening.\n\n"
    "Engineer Pavel Ruzek, who wrote it, would not comment. His union said that he had asked for the reservoir to be lowered by six "
    "metres.\n\n"
    "The army brought 140 soldiers and nine boats from the Tarn barracks. By noon they had taken 75 people off roofs, among them a baker "
    "who "
    "had saved his yeast.\n\n"
    "Governor Ignac Sollis flew over the valley in the afternoon and promised 4 million crowns for the homeless. He rejected calls for his "
    "resignation.\n\n"
    "Rail traffic between Kolmar and Ostrava Bridge stays closed until Monday at the earliest. The Agency says the second dam, at Lake "
    "Murr, "
    "is sound.";

/// The same article put through a thesaurus.
constexpr std::string_view dam_reworded =
    "The ancient barrage over Ostrava Bridge yielded at 4.20 during Thursday's dawn, dispatching a rampart of dark liquid across the "
    "inferior "
    "city and sweeping away 11 dwellings.\n\n"
    "As stated by the town chief Helena Brandt, some 2,300 individuals were relocated towards colleges and temples upon the Karst mound "
    "prior "
    "to the arrival of the peak. \"Forty minutes were ours,\" she informed the Chronicle, \"and thirty-nine of those we employed.\"\n\n"
    "On Tuesday a pair of examiners of the Rivers Agency strolled over the rampart, discovering damp spots close to its sluice of the "
    "east. "
    "Dispatched to Kolmar, capital of the province, their paper rested there without a reader up to the evening of Wednesday.\n\n"
    "The author, the engineer Pavel Ruzek, declined any remark. According to his syndicate he had demanded that the basin be brought down "
    "by 6 "
    "metres.\n\n"
    "From the barracks at Tarn the military carried in 140 troops plus 9 vessels. Up to midday 75 persons had been lifted from rooftops, "
    "one of "
    "whom was a bread maker with his yeast rescued.\n\n"
    "Throughout the afternoon the valley was overflown by Governor Ignac Sollis, who pledged the houseless 4 million crowns. Appeals that "
    "he "
    "quit were rebuffed by him.\n\n"
    "Trains linking Kolmar with Ostrava Bridge remain halted till Monday at minimum. As for the other barrage, that of Lake Murr, it is "
    "healthy, "
    "the Agency claims.";

/// Another reporter's account of the same day: many of the same names and numbers, another choice and order.
constexpr std::string_view dam_by_the_courier =
    "Ignac Sollis has governed the province for nine years and has never been shouted at as he was on Thursday, when he stepped from his "
    "helicopter on the Karst hill.\n\n"
    "Some 2,300 people from Ostrava Bridge had spent the day there, wet and mostly without shoes. Many of them wanted to know why a report "
    "that "
    "the Rivers Agency wrote on Tuesday had not been opened in Kolmar before Wednesday night.\n\n"
    "The governor offered money, 4 million crowns in all. \"Give us the report instead,\" a woman called, and was applauded.\n\n"
    "What the paper said is known from the union of its author. Pavel Ruzek wanted the reservoir six metres lower, because water was "
    "coming "
    "through the masonry.\n\n"
    "Lawyers in the capital expect charges. The prosecutor, Marta Lindqvist, sent four officers to the Agency's archive before the office "
    "opened on Friday.\n\n"
    "In the lower town the mud stands knee-deep in the pharmacy and the cinema. Twelve houses are gone, counting the mill, and the bell of "
    "Saint "
    "Anne's was found two kilometres downstream.\n\n"
    "Soldiers will stay for a week, said their commander, Colonel Reto Haas. He has asked for pumps and, after a pause, for cigarettes.";

/// Something else on the same day.
constexpr std::string_view orchestra =
    "The Philharmonic of Dunmore will play its last season under Aino Tervola, who announced on Thursday that she is going to Lisbon.\n\n"
    "The conductor, 52, took over the orchestra in 2014, when it had debts of 3 million and no hall. She leaves it with both paid for.\n\n"
    "Her farewell will be the Ninth, on 12 June, with a choir of 200. Tickets were gone within an hour.\n\n"
    "\"I have conducted this city's coughs for eleven winters,\" she said. \"I shall miss them.\"\n\n"
    "The board hopes to name a successor by autumn. Names that are heard often are those of Jun Sakamoto and Clara Weiss.";

inline Document article(std::string_view id, std::string_view text, std::string_view date = {}, std::string_view publisher = {}) {
    Document document;
    document.given_id = id;
    document.id = make_id<DocTag>({id, text});
    document.text = text;
    if (const auto day = parse_iso(date)) {
        document.published = Published{*day, "meta"};
    }
    if (!publisher.empty()) {
        document.publisher = std::string(publisher);
    }
    return document;
}

}  // namespace synoptic::articles
