namespace Kith.Formats.ContactCsv;

internal static partial class LocalHeaders
{
    private const string Polish = """
        Tytuł|Imię|Drugie imię|Nazwisko|Sufiks|Firma|Dział|Stanowisko|
        Adres służbowy - ulica|Adres służbowy - ulica 2|Adres służbowy - ulica 3|Adres służbowy - miejscowość|Adres służbowy - województwo|Adres służbowy - kod pocztowy|Adres służbowy - kraj/region|
        Adres domowy - ulica|Adres domowy - ulica (2)|Adres domowy - ulica (3)|Adres domowy - miejscowość|Adres domowy - województwo|Adres domowy - kod pocztowy|Adres domowy - kraj/region|
        Inny adres - ulica|Inny adres - ulica 2|Inny adres - ulica 3|Inny adres - miejscowość|Inny adres - województwo|Inny adres - kod pocztowy|Inny adres - kraj/region|
        Telefon asystenta|Faks służbowy|Telefon służbowy|Telefon służbowy 2|Wywołanie zwrotne|Telefon w samochodzie|Główny telefon do firmy|
        Faks domowy|Telefon domowy|Telefon domowy 2|Telefon komórkowy|Inny faks|Inny telefon|Pager|Telefon podstawowy|Radiotelefon|
        Adres e-mail|Rodzaj e-mail|Wyświetlana nazwa e-mail|Adres e-mail 2|Rodzaj e-mail 2|Wyświetlana nazwa e-mail 2|
        Adres e-mail 3|Rodzaj e-mail 3|Wyświetlana nazwa e-mail 3|
        Rocznica|Urodziny|Imię i nazwisko asystenta|Menedżer|Współmałżonek|Dzieci|Polecone przez|Kategorie|Notatki|Strona sieci Web
        """;

    private const string PolishOthers = """
        Adres służbowy - kraj=Business Country/Region|Adres domowy - kraj=Home Country/Region|Inny adres - kraj=Other Country/Region|
        Data urodzenia=Birthday|Strona WWW=Web Page|Strona sieci WEB=Web Page
        """;

    private const string Russian = """
        Обращение|Имя|Отчество|Фамилия|Суффикс|Организация|Отдел|Должность|
        Улица (раб. адрес)|Улица 2 (раб. адрес)|Улица 3 (раб. адрес)|Город (раб. адрес)|Область (раб. адрес)|Индекс (раб. адрес)|Страна или регион (раб. адрес)|
        Улица (дом. адрес)|Улица 2 (дом. адрес)|Улица 3 (дом. адрес)|Город (дом. адрес)|Область (дом. адрес)|Почтовый код (дом.)|Страна или регион (дом. адрес)|
        Улица (другой адрес)|Улица 2 (другой адрес)|Улица 3 (другой адрес)|Город (другой адрес)|Область (другой адрес)|Индекс (другой адрес)|Страна или регион (другой адрес)|
        Телефон помощника|Рабочий факс|Рабочий телефон|Телефон раб. 2|Обратный вызов|Телефон в машине|Основной телефон организации|
        Домашний факс|Домашний телефон|Телефон дом. 2|Телефон переносной|Другой факс|Другой телефон|Пейджер|Основной телефон|Радиотелефон|
        Адрес эл. почты|Тип эл. почты|Краткое имя эл. почты|Адрес 2 эл. почты|Тип 2 эл. почты|Краткое 2 имя эл. почты|
        Адрес 3 эл. почты|Тип 3 эл. почты|Краткое 3 имя эл. почты|
        Годовщина|День рождения|Имя помощника|Руководитель|Супруг(а)|Дети|Рекомендации|Категории|Заметки|Веб-страница
        """;

    private const string Turkish = """
        Unvan|İlk Adı|İkinci Adı|Soyadı|Sonek|Şirket|Bölüm|İş Unvanı|
        İş-Cadde|İş-Cadde 2|İş-Cadde 3|İş-Şehir|İş-Bölge|İş-Posta Kodu|İş-Ülke/Bölge|
        Ev-Cadde|Ev-Cadde 2|Ev-Cadde 3|Ev-Şehir|Ev-Bölge|Ev-Posta Kodu|Ev-Ülke/Bölge|
        Diğer-Cadde|Diğer-Cadde 2|Diğer-Cadde 3|Diğer-Şehir|Diğer-Bölge|Diğer-Posta Kodu|Diğer-Ülke/Bölge|
        Yardımcının Telefonu|İş Faks No|İş Telefon No|İş Telefonu 2|Geri Arama|Araç Telefonu|Şirket Santral Telefonu|
        Ev-Faks No|Ev Telefonu|Ev Telefonu 2|Cep Telefonu|Diğer Faks No|Diğer Telefon No|Çağrı Cihazı|Birincil Telefon|Telsiz Telefon|
        Elektronik Posta Adresi|Elektronik Posta Türü|Elektronik Posta Görünen Adı|
        Elektronik Posta 2 Adres|Elektronik Posta 2 Türü|Elektronik Posta 2 Görünen Adı|
        Elektronik Posta 3 Adres|Elektronik Posta 3 Türü|Elektronik Posta 3 Görünen Adı|
        Yıldönümü|Doğum günü|Yardımcının Adı|Yönetici'nin Adı|Eşi|Çocuklar|Referans|Kategoriler|Notlar|Web Sayfası
        """;

    private const string Japanese = """
        肩書き|名|ミドル ネーム|姓|敬称|会社名|部署|役職|
        番地 (会社)|住所 2 (会社)|住所 3 (会社)|市町村 (会社)|都道府県 (会社)|郵便番号 (会社)|国 (会社)/地域|
        番地 (自宅)|住所 2 (自宅)|住所 3 (自宅)|市町村 (自宅)|都道府県 (自宅)|郵便番号 (自宅)|国 (自宅)/地域|
        番地 (その他)|住所 2 (その他)|住所 3 (その他)|市町村 (その他)|都道府県 (その他)|郵便番号 (その他)|国 (その他)/地域|
        秘書の電話|会社 FAX|会社電話|会社電話 2|コールバック|自動車電話|会社代表電話|
        自宅 FAX|自宅電話|自宅電話 2|携帯電話|その他の FAX|その他の電話|ポケットベル|通常の電話|無線電話|
        電子メール アドレス|電子メールの種類|電子メール表示名|電子メール 2 アドレス|電子メール 2 の種類|電子メール 2 表示名|
        電子メール 3 アドレス|電子メール 3 の種類|電子メール 3 表示名|
        記念日|誕生日|秘書の氏名|マネージャー|配偶者|子供|紹介者|分類|メモ|Web ページ
        """;

    private const string JapaneseOthers = "ニックネーム=Nickname|表示名=Display Name|勤務先 電話=Business Phone|勤務先電話番号=Business Phone|自宅電話番号=Home Phone";
}
