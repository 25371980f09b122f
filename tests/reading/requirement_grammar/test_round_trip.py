"""A tree printed and read again is the same tree, and nothing of the sentence stays unread."""

import pytest
from hypothesis import HealthCheck, given, settings

from ladder.reading.requirement_grammar.printer import print_node
from ladder.reading.requirement_grammar.reader import read_statement
from ladder.reading.requirement_grammar.tree import Node
from tests.measure import measure
from tests.reading.requirement_grammar.trees import statements

pytestmark = pytest.mark.untraced


@settings(max_examples=measure(10_000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(statements())
def test_a_printed_tree_reads_back_as_the_same_tree(node: Node) -> None:
    sentence = print_node(node)
    reading = read_statement(sentence)
    assert reading.node == node, sentence
    assert reading.unread == ()
    assert reading.faults == ()
