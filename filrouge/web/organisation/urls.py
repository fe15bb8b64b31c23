"""The addresses of home, entities, people, registers and the library."""

from __future__ import annotations

from django.urls import path

from filrouge.web.organisation.views import entities, home, library, people, profile, stakeholders, units

urlpatterns = [
    path("", home.home, name="home"),
    path("roles/", library.roles, name="roles"),
    path("library/", library.library, name="library"),
    path("entities/", entities.entities, name="entities"),
    path("entities/new/", entities.entity_new, name="entity_new"),
    path("entities/merge/", entities.entities_merge, name="entities_merge"),
    path("e/<slug:code>/", home.entity, name="entity"),
    path("e/<slug:code>/edit/", entities.entity_edit, name="entity_edit"),
    path("e/<slug:code>/people/", people.people, name="people"),
    path("e/<slug:code>/people/new/", people.person_new, name="person_new"),
    path("e/<slug:code>/people/<uuid:pk>/end/", people.role_end, name="role_end"),
    path("e/<slug:code>/people/invited/<uuid:pk>/withdraw/", people.offer_withdraw, name="offer_withdraw"),
    path("e/<slug:code>/people/account/<uuid:pk>/", people.account, name="account"),
    path("e/<slug:code>/units/", units.units, name="units"),
    path("e/<slug:code>/units/new/", units.unit_new, name="unit_new"),
    path("e/<slug:code>/units/name/", units.unit_name, name="unit_name"),
    path("e/<slug:code>/units/no-unit/", units.no_unit, name="no_unit"),
    path("e/<slug:code>/units/no-unit/<uuid:pk>/undo/", units.no_unit_undo, name="no_unit_undo"),
    path("e/<slug:code>/units/<uuid:pk>/", units.unit, name="unit"),
    path("e/<slug:code>/units/<uuid:pk>/remove/", units.unit_remove, name="unit_remove"),
    path("e/<slug:code>/stakeholders/", stakeholders.stakeholders, name="stakeholders"),
    path("e/<slug:code>/stakeholders/new/", stakeholders.stakeholder_new, name="stakeholder_new"),
    path("e/<slug:code>/stakeholders/list/", stakeholders.stakeholders_list, name="stakeholders_list"),
    path("e/<slug:code>/stakeholders/merge/", stakeholders.stakeholders_merge, name="stakeholders_merge"),
    path("e/<slug:code>/stakeholders/<uuid:pk>/", stakeholders.stakeholder, name="stakeholder"),
    path("e/<slug:code>/stakeholders/<uuid:pk>/remove/", stakeholders.stakeholder_remove, name="stakeholder_remove"),
    path("e/<slug:code>/profile/", profile.profile_page, name="profile"),
    path("e/<slug:code>/profile/<slug:question>/", profile.answer, name="profile_answer"),
    path("e/<slug:code>/profile/<slug:question>/reuse/", profile.reuse, name="profile_reuse"),
]
