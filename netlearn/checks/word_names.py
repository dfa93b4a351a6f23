"""Which texts the list of words holds, and what is filled into each."""

from collections.abc import Mapping

from netlearn.clinic.plan import GROUPS


def _texts(plain: str = "", **filled: str) -> Mapping[str, str]:
    """The keys of texts into which nothing is filled, and of others with the names that stand in braces."""
    return {**dict.fromkeys(plain.split(), ""), **filled}


_RESULTS = "right partly wrong dont-know shown format-error unanswered"
# By section and key, the names that stand in braces.
NAMES: Mapping[str, Mapping[str, str]] = {
    "joined": _texts("and or"),
    "control": _texts("undo clear choose"),
    "title": _texts("error contradiction undetermined", headed="title", headed_open="title"),
    "line": _texts(
        "error no_table no_choice",
        decided="edition",
        undetermined="edition",
        conflict="edition",
        silent_danger="edition title",
        open_danger="title",
        with_table="table line",
        **{"not-stated": "edition"},
    ),
    "outcome": _texts("not-stated undetermined conflict impossible"),
    "open": _texts(needed="names"),
    "card": _texts(
        "possible found rule and_rule share patients cautions more_cautions one_more_caution why",
        share_of="value whom",
        patients_with="whom",
        more_cautions_folded="count",
        in_article="titles",
    ),
    "flips": _texts("change settle narrow gives", others="count"),
    "value": _texts("unknown yes no", slider="label"),
    "span": _texts(**dict.fromkeys(("from_under", "over_to", "over_under"), "low high")),
    "given": _texts("nothing", refused="value"),
    "refused": _texts(
        "comma",
        number="label span",
        whole="label span",
        from_to="low high",
        over_to="low high",
        from_under="low high",
        over_under="low high",
        unread="value",
        choice="label value labels",
    ),
    "carry": _texts(renamed="edition new old", finer="edition input", unknown="edition value input"),
    "risk": _texts("A B C"),
    "risk_in_full": _texts("A B C"),
    "risk_group": _texts("A B C sound"),
    "erratum_status": _texts("confirmed likely internal ambiguous outdated ok unverified"),
    "frame": _texts("edition note advice rest"),
    "key": _texts("undetermined notstated conflict"),
    "address": _texts(
        "copy copied label version unreadable instead",
        edition="edition",
        field="name",
        value="value label",
        absent="name",
    ),
    "map": _texts("further title line because", follows="table", carry_on="table"),
    "liver": _texts(
        "sides hint select stated holds_none holds_small holds_dominant live patterns show type_1 type_2 type_3 "
        "none_fits two_fit clear no_change note",
        spoken="segment holds",
        about="share",
    ),
    "compare": _texts(
        "refused open same differs cases try clear",
        edition="edition",
        differs_how="then old now new",
        finer="now",
        finer_how="now old parts new",
        question="editions",
    ),
    "bench": _texts(
        "chosen empty note title question combined_with margin margin_all_round zone zone_of_one_probe "
        "reaches_all reaches_lesion leaves_rim diameter_to_ablate volume volume_to_ablate overlapping "
        "balls too_large lesion one_zone with_margin not_reached square",
        too_many="least",
        upper_bound="enough least",
        proved="enough",
        to_ablate="zone",
        and_margin="required",
        times="volume times",
        off_by="error",
        either_way="diameter",
        if_off="error",
        drawn="diameter required zone",
        drawn_zone="zone",
    ),
    "toys": _texts(
        "left_under_1 one_day peak too_low not_yet at_level go_on stopped presets",
        left="least",
        left_range="least most",
        left_at_most="most",
        days="count",
    ),
    "reach": _texts(
        "title summary note heat cold more power time perfusion vessel probe distance by_power by_time "
        "by_perfusion by_vessel none_near against axis zone_across destroyed_across destroyed_along "
        "both_ways each_way ice_edge",
        across="what",
        ring="what across",
        section_of_heat="across along",
        section_of_cold="rings",
        cooling="distance",
        speed="rate level",
        never="level",
    ),
    "share": _texts("label unknown", stays="out stays"),
    "order": _texts(
        "dose amount unit choose clear no_number running first first_line first_because",
        no_unit="amount",
        unread="amount",
        rate="written",
        other_unit="unit units",
        slip="meant mg microgram",
    ),
    "written": _texts("above_zero", grouped="large number small"),
    "board": _texts(
        "board operation selector absent refused change_group change_answer change_caution change_absent "
        "change_same no_caution behind no_order patient nothing unknown next order finished waiting answer_first "
        "answer none skip again undo clear every others start settled_none of_which print text json "
        "invented note strip_first strip_option strip_open only_differ prior_add prior_earlier "
        "prior_later prior_off liver liver_told liver_empty not_stated",
        segment="segment lesions",
        referral="board edition",
        board_question="editions",
        operation_question="editions",
        selector_question="editions",
        ask="names",
        more="count",
        caution="risk title",
        says="edition said",
        fewer="titles",
        further="titles",
        only="edition",
        contradicts="why",
        rows="differ rows open",
        settles="count open",
        may_open="names",
        range="least most",
        facts="count",
        settled="settled open",
        opens="names",
        made_of="count",
        by_rules="edition",
        prior_place="label place",
        prior_unknown="id",
        given="names",
        given_growing="names",
        absent_rows="count",
        given_short="treatment",
        folded_harm="count",
        folded_differ="count",
    ),
    "board_class": _texts(
        "button nothing head place elsewhere all_tables title",
        contradicts="why",
        saved="file",
        tables="names",
        stem="edition",
    ),
    "board_tag": _texts(" ".join(GROUPS)),
    "board_hint": _texts(" ".join(GROUPS)),
    "told": _texts(
        no_input="name",
        **dict.fromkeys(("unasked", "derived"), "label"),
        **dict.fromkeys(("foreign", "follows"), "label value"),
        older="label value older",
    ),
    "handout": _texts("questions key"),
    "search": _texts("none one", several="count"),
    "sheet": _texts("print"),
    "supply": _texts("all", shows="names"),
    "live": _texts("run_again kept"),
    "crisis": _texts(
        "title question teaching known scene given nothing log keys pressure rate minute skin chest harmful wrong "
        "late insufficient-alone outdated not-stated good-practice right done step missing nothing_missing order "
        "undone call_unsaid credit_is low of_a_crisis agree changed cautions rests example scenes how_sure sure "
        "fairly_sure not_sure nothing_done sure_first debrief show_debrief end copy_link link_copied hand_in "
        "handed_in run_copied replay replay_label print play_again start_again gravest_first timeline_scrolls "
        "systolic mmhg per_minute monitor restored running by_protocol in_writing in_writing_yours drug dose unit "
        "route choose no_route route_IV route_SC route_IM route_infusion give drug_first no_number nothing_given "
        "action a_line a_dose a_number",
        **dict.fromkeys(("safe", "safe_over", "not_safe", "not_safe_over", "min", "over"), "minute"),
        read_back="dose amount",
        against_usual="times usual",
        **dict.fromkeys(("came_safe", "came_unsafe"), "edition"),
        at_minute="step minute",
        credit="credit",
        capped="cap",
        you_were="sure",
        no_scene="scene",
        replay_at="step of",
        step_at="number minute",
        exercise_step="step minute standing",
        timeline="minutes values",
        trace="values",
        refused="field value accepted",
        takes_no_dose="action",
        routes_for="routes action",
    ),
    "quiz_result": _texts(_RESULTS),
    "quiz_record": _texts(_RESULTS),
    "quiz": _texts(
        "here question hint how_sure sure unsure not_said check show another questions go_to "
        "back on one_not_yet debrief yours spaced save saved take taken file forget forget_all "
        "forget_them forgotten keep unchanged are_back copy line one_answer no_answers paste_page "
        "paste_notebook answer harm harm_then harmful change mend evidence errata due formative",
        place="number of",
        hints="number of",
        accepted="accepted",
        none_yet="count",
        score="right answered open of",
        not_taken="why",
        copied="answers where",
        by_hand="answers where",
        answers="count",
        scored="word score of",
        erratum="id",
        first="word",
        comes_back="day",
    ),
    "option": _texts("dont_know"),
    "kind": _texts(
        "tick_all piece mended your_answer groups_order field_drug field_formulation field_dose "
        "field_route field_frequency",
        missed="count",
        move_up="step",
        move_down="step",
        moved="step place of",
        at_end="step",
        dose_accepted="accepted",
        dose_asked="drug",
        dose_flip="field value",
    ),
    "kind_liver": _texts(
        "place_map place_keys no_rule if_stated if_not_stated resect_tick fewer",
        map_is="verdict",
        no_prevailing="verdicts",
        if_held="segment value",
        takes="share",
        stays_one="segments",
        stays_many="segments",
        healthy_one="segments",
        healthy_many="segments",
    ),
    "play": _texts(
        "sure unsure not_said you_decided choose_first decide_sure decide_unsure right_is right_by_these "
        "count_harm count_sure count_unsure count_unknown count_right debrief cited story again print "
        "close to_print forgotten not_loaded begin see_debrief",
        step="number of",
        step_asks="number question",
        decisions="count",
        go_on="count of",
    ),
    "guess": _texts(
        "yours covered kept choose_first keep cover uncover",
        guessed="answer",
    ),
    "due": _texts(
        "title one nothing answer_it answer_them not_loaded none forget back",
        several="count",
        next="day",
        answered="known of",
        forget_chapter="title",
        forgotten="title",
    ),
    "progress": _texts(
        "read begun not_begun due_one nothing_due",
        of_one="answered",
        of_several="answered of",
        due_several="count",
        go_on="number",
    ),
    "answers": _texts("kept blocked to_file newer unreadable no_file other_course newer_file form", entry="entry"),
    "assessed": _texts("record one_left nothing not_recorded", recorded="left", answered="left", left="count"),
    "patients": _texts("start", started="title"),
    "figure": _texts("tools svg csv cite failed", citation="title page address"),
    "evidence": _texts("close label in from checked read place lost", more="count"),
}
