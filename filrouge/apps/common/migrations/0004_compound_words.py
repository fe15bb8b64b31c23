"""The stems by which the tails of compound words are found, for what is in the index already too."""

import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('common', '0003_plain_words'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='searchentry',
            name='find_words',
        ),
        migrations.AddField(
            model_name='searchentry',
            name='stems',
            field=models.TextField(blank=True, default='', editable=False),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=django.contrib.postgres.indexes.GinIndex(fields=['stems'], name='search_stems', opclasses=('gin_trgm_ops',)),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='searchentry',
            trigger=pgtrigger.compiler.Trigger(name='find_words', sql=pgtrigger.compiler.UpsertTriggerSql(func="NEW.found := setweight(to_tsvector(('filrouge_' || NEW.language)::regconfig, NEW.title), 'A') || setweight(to_tsvector(('filrouge_' || NEW.language)::regconfig, NEW.text), 'B'); NEW.plain := lower(unaccent(NEW.title || ' ' || NEW.text)); NEW.stems := CASE WHEN NEW.language IN ('nl', 'de') THEN ' ' || array_to_string(tsvector_to_array(NEW.found), ' ') || ' ' ELSE '' END; RETURN NEW;", hash='74d6720afe326dca0064d69310b2712a9afc8e9e', operation='INSERT OR UPDATE', pgid='pgtrigger_find_words_f2303', table='common_searchentry', when='BEFORE')),
        ),
        migrations.RunSQL(
            "UPDATE common_searchentry SET title = title WHERE language IN ('nl', 'de')", migrations.RunSQL.noop
        ),
    ]
