"""References to one requirement of one class, such as ``us-nd/0444#special``: put together and taken apart."""


def reference_to(class_id: str, requirement: str) -> str:
    """Return the reference to a requirement of a class.

    >>> reference_to("us-nd/0444", "special")
    'us-nd/0444#special'
    """
    return f"{class_id}#{requirement}"


def class_referred_to(reference: str) -> str:
    """Return the id of the class.

    >>> class_referred_to("us-nd/0444#special")
    'us-nd/0444'
    """
    return reference.partition("#")[0]


def requirement_referred_to(reference: str) -> str:
    """Return the id of the requirement within its class; '' where the reference names none.

    >>> requirement_referred_to("us-nd/0444#special")
    'special'
    """
    return reference.partition("#")[2]
