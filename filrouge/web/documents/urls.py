"""The addresses of documents, sections, acts and versions."""

from __future__ import annotations

from django.urls import path

from filrouge.web.documents.views import acts, blocks, heads, making, sections, text

urlpatterns = [
    path("e/<slug:code>/documents/new/", making.document_new, name="document_new"),
    path("d/<uuid:pk>/", text.document, name="document"),
    path("d/<uuid:pk>/edit/", heads.document_edit, name="document_edit"),
    path("d/<uuid:pk>/remove/", heads.document_remove, name="document_remove"),
    path("d/<uuid:pk>/state/<slug:state>/", heads.document_state, name="document_state"),
    path("d/<uuid:pk>/languages/", heads.document_languages, name="document_languages"),
    path("d/<uuid:pk>/derive/", making.document_derive, name="document_derive"),
    path("d/<uuid:pk>/addendum/", making.document_addendum, name="document_addendum"),
    path("d/<uuid:pk>/consolidated/", text.consolidated_text, name="consolidated"),
    path("d/<uuid:pk>/acts/", acts.acts, name="acts"),
    path("d/<uuid:pk>/acts/new/", acts.act_new, name="act_new"),
    path("d/<uuid:pk>/versions/compare/", text.versions_compared, name="versions_compared"),
    path("d/<uuid:pk>/versions/<int:number>/", text.version, name="version"),
    path("d/<uuid:pk>/sections/", sections.document_sections, name="document_sections"),
    path("d/<uuid:pk>/sections/move/", sections.sections_move, name="sections_move"),
    path("d/<uuid:pk>/sections/new/", sections.section_new, name="section_new"),
    path("d/<uuid:pk>/blocks/new/", blocks.block_new, name="block_new"),
    path("b/<uuid:pk>/edit/", blocks.block_edit, name="block_edit"),
    path("b/<uuid:pk>/move/", blocks.block_move, name="block_move"),
    path("b/<uuid:pk>/remove/", blocks.block_remove, name="block_remove"),
    path("s/<uuid:pk>/", text.section, name="section"),
    path("s/<uuid:pk>/edit/", sections.section_edit, name="section_edit"),
    path("s/<uuid:pk>/remove/", sections.section_remove, name="section_remove"),
]
