"""The addresses of imports, exports and Word templates."""

from __future__ import annotations

from django.urls import path

from filrouge.web.exchange import differences, exports, imports, review, word_templates

urlpatterns = [
    path("e/<slug:code>/import/", imports.imports, name="imports"),
    path("i/<uuid:pk>/", review.import_page, name="import"),
    path("i/<uuid:pk>/progress/", imports.import_progress, name="import_progress"),
    path("i/<uuid:pk>/original/", imports.import_original, name="import_original"),
    path("i/<uuid:pk>/again/", imports.import_again, name="import_again"),
    path("i/<uuid:pk>/drop/", imports.import_drop, name="import_drop"),
    path("i/<uuid:pk>/head/", review.import_head, name="import_head"),
    path("i/<uuid:pk>/accept/", review.import_accept, name="import_accept"),
    path("i/<uuid:pk>/part/<uuid:part>/", review.import_part, name="import_part"),
    path("i/<uuid:pk>/take/", review.import_take, name="import_take"),
    path("i/<uuid:pk>/differences/", differences.import_differences, name="import_differences"),
    path("i/<uuid:pk>/take-over/", differences.import_take_over, name="import_take_over"),
    path("d/<uuid:pk>/export/", exports.export, name="export"),
    path("d/<uuid:pk>/export/<uuid:job>/", exports.export_job, name="export_job"),
    path("d/<uuid:pk>/export/<uuid:job>/file/", exports.export_file, name="export_file"),
    path("d/<uuid:pk>/return/", exports.come_back, name="come_back"),
    path("e/<slug:code>/templates/", word_templates.templates, name="templates"),
    path("e/<slug:code>/templates/ours/", word_templates.template_ours, name="template_ours"),
    path("e/<slug:code>/templates/<uuid:pk>/", word_templates.template_file, name="template_file"),
    path("e/<slug:code>/templates/<uuid:pk>/remove/", word_templates.template_remove, name="template_remove"),
]
