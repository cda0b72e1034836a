"""The rival: what somebody writes in an afternoon to see whether the directory server is as the files say.

It reads the same files with libyaml and the same entries with python-ldap, in the same pages, and compares the
attributes that follow from a file alone. It checks nothing: no schema, no rule, no collision, no date.

    python3 plan.py URL BIND_DN PASSWORD_FILE BASE_DN DIRECTORY ATTRIBUTE...
"""

import sys
import unicodedata
from pathlib import Path

import ldap
import yaml
from ldap.controls import SimplePagedResultsControl

url, bind_dn, password_file, base_dn, directory, *attributes = sys.argv[1:]


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def plain(text):
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


policy = read(Path(directory, "policy.yaml"))
domain, naming = policy["domain"], policy["naming"]
organizations = {
    one["id"]: one for one in map(read, Path(directory, "organizations").rglob("*.yaml"))
}


def local_part(organization):
    kind, code = organization["kind"], organization.get("code")
    parent = organizations.get(organization.get("parent"))
    return naming["forms"][kind].format(
        code=code,
        name=code,
        fixed=naming["fixed"].get(kind),
        parent=local_part(parent) if parent else None,
    )


def wanted(record, address, **values):
    """Attribute -> values; aliases are addresses too."""
    if address:
        values.update(mail=address, danhbaAddress=[address, *record.get("aliases", [])])
    return {
        name: sorted(value if isinstance(value, list) else [value])
        for name, value in values.items()
        if value is not None
    }


def wanted_person(person, organization, suffix):
    # A name that is no ordinary one says itself where it is cut, and has a decided address.
    family, *middle, given = person["name"].split()
    address = person.get("address")
    if address is None:
        first_letters = "".join(plain(word)[0] for word in [family, *middle])
        form = naming["forms"]["person"]
        address = form.format(given=plain(given), initials=first_letters, suffix=suffix) + "@" + domain
    return wanted(
        person,
        address,
        danhbaOrganization=organization["id"],
        cn=person["name"],
        sn=person.get("nameParts", {}).get("family", family),
        givenName=person.get("nameParts", {}).get("given", given),
        title=person.get("title"),
        ou=person.get("unit"),
        o=organization["name"],
        telephoneNumber=person.get("phone"),
    )


def wanted_organization(organization, own):
    mailbox = organization.get("mailbox")
    has = isinstance(mailbox, dict)
    return wanted(
        mailbox if has else {},
        f"{own}@{domain}" if has else None,
        danhbaOrganization=organization.get("parent"),
        displayName=organization["name"],
        businessCategory=organization["kind"],
        danhbaCustodian=mailbox.get("custodian") if has else None,
    )


expected, left_out = {}, set()
for organization in organizations.values():
    own = local_part(organization)
    expected[f"organization:{organization['id']}"] = wanted_organization(organization, own)
    suffix = organization.get("personSuffix", own)
    for person in organization.get("people", []):
        key = f"person:{person['id']}"
        # Whether an end has come is a question of dates, which this program does not ask.
        if "termination" in person:
            left_out.add(key)
        else:
            expected[key] = wanted_person(person, organization, suffix)

connection = ldap.initialize(url)
with open(password_file, encoding="utf-8") as file:
    connection.simple_bind_s(bind_dn, file.read())
page = SimplePagedResultsControl(True, size=1000, cookie="")
different = 0
while True:
    message = connection.search_ext(
        base_dn, ldap.SCOPE_SUBTREE, "(objectClass=*)", attributes, serverctrls=[page]
    )
    _, entries, _, controls = connection.result3(message)
    for dn, entry in entries:
        if "danhbaKey" not in entry:
            continue
        key = entry["danhbaKey"][0].decode()
        want = expected.pop(key, None)
        if want is None:
            different += key not in left_out
        elif any(sorted(v.decode() for v in entry.get(name, [])) != value for name, value in want.items()):
            different += 1
    page.cookie = controls[0].cookie
    if not page.cookie:
        break

different += len(expected)
print(f"{different} accounts differ")
sys.exit(2 if different else 0)
