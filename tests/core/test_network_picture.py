"""The picture of who works together stays readable from one agency to a dozen."""

import pytest

from core.network_picture import LINES_AT_MOST, LINES_BELOW_AT_MOST, WIDTH, Box, Node, network_picture

PERSON = Node("Samir Khalidi", "LIP-2026-0017", "core")


def agencies(number: int) -> list[Node]:
    return [Node(f"Agency {index}", "Mobility") for index in range(number)]


def overlap(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    above = one.y + one.height <= other.y or other.y + other.height <= one.y
    return not (beside or above)


@pytest.mark.parametrize("number", range(13))
def test_no_two_boxes_overlap_and_all_lie_inside(number: int) -> None:
    picture = network_picture(PERSON, agencies(number))

    assert len(picture.boxes) == number + 1
    assert len(picture.edges) == number
    for index, box in enumerate(picture.boxes):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= WIDTH
        assert box.y + box.height <= picture.height
        assert not any(overlap(box, other) for other in picture.boxes[index + 1 :])


def test_every_line_of_text_lies_in_its_box() -> None:
    long = Node(
        "Ausländerbehörde der Stadt Detmold, Abteilung Aufenthalt und Einbürgerung", "beteiligt: " + "x " * 40
    )

    for box in network_picture(PERSON, [long, *agencies(3)]).boxes:
        assert len(box.lines) <= LINES_AT_MOST
        bottom = [*box.lines, *box.subs][-1].y
        assert len(box.subs) <= LINES_BELOW_AT_MOST
        assert box.y < box.lines[0].y - 10
        assert bottom < box.y + box.height


def test_a_long_word_is_cut_and_not_lost_in_silence() -> None:
    box = network_picture(
        PERSON, [Node("Straßenverkehrsamt des Kreises Lippe in Detmold-Jerxen-Orbke")]
    ).boxes[1]

    assert box.lines[-1].text.endswith("…")


def test_the_same_agencies_give_the_same_picture() -> None:
    assert network_picture(PERSON, agencies(7)) == network_picture(PERSON, agencies(7))
